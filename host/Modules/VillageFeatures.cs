using SmartKampung.Host.Operations;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>What the modules that are on bring into a village's pages, and what modules bring into the portal's.</summary>
sealed partial class VillageFeatures(ModuleHost modules, ModuleSwitches switches, TextLibrary texts, TemplateRenderer renderer, KeptParts parts, ModuleLimits limits, ILogger<VillageFeatures> log)
    : IVillageFeatures
{
    const string SectionsOf = "sections of ";

    public IReadOnlyList<ServiceLink> MenuEntries(HttpContext context) =>
        [.. Items(context).Select(entry => new ServiceLink(texts.For(entry.Capsule.Id, context)[entry.Item.Text], "", entry.Item.Path, ""))];

    public IReadOnlyList<ServiceLink> Services(HttpContext context) => [.. Items(context).Select(entry => Describe(entry.Capsule, entry.Item, context))];

    public IReadOnlyList<HomeSectionName> SectionNames(HttpContext context) =>
    [
        .. from capsule in Present(context)
           from section in capsule.Registrations.Sections
           where !section.Portal
           orderby section.Order
           select new HomeSectionName(KeyOf(capsule, section), ((Texts)texts.For(capsule.Id, context)).Find($"section.{section.Template}") ?? NameOf(capsule, context)),
    ];

    public async Task<IReadOnlyList<HomeSectionHtml>> SectionsAsync(HttpContext context, CancellationToken stop)
    {
        var (isPortal, look) = (VillageOf(context) is null, PresentVillage.LookOf(context));
        var sections = new List<HomeSectionHtml>();
        foreach (var capsule in Present(context))
        {
            var own = capsule.Registrations.Sections.Where(section => section.Portal == isPortal && look.ShowsAtHome(KeyOf(capsule, section))).ToList();
            if (own.Count > 0 && await parts.FindAsync(context, SectionsOf + capsule.Id, LengthOf, () => RenderAsync(capsule, own, context, stop)) is { } html)
                sections.AddRange(html);
        }

        return [.. sections.OrderBy(section => section.Order)];
    }

    public async Task<IReadOnlyList<FoundPage>> SearchAsync(HttpContext context, SearchWords words, CancellationToken stop)
    {
        var isPortal = VillageOf(context) is null;
        var found = new List<FoundPage>();
        foreach (var capsule in Present(context))
            foreach (var source in isPortal ? capsule.Registrations.PortalSearches : capsule.Registrations.Searches)
                if (await TryAsync(capsule, context, (_, services, token) => source.InvokeAsync(services, token, words), stop) is IEnumerable<SearchHit> hits)
                    found.AddRange(hits.Select((hit, place) => new FoundPage(hit, NameOf(capsule, context), place)));
        return found;
    }

    public async Task<IReadOnlyList<SitemapEntry>> SitemapAsync(HttpContext context, CancellationToken stop)
    {
        var entries = new List<SitemapEntry>();
        foreach (var capsule in Present(context))
            foreach (var source in capsule.Registrations.Sitemaps)
                if (await TryAsync(capsule, context, (_, services, token) => source.InvokeAsync(services, token), stop) is IEnumerable<SitemapEntry> pages)
                    entries.AddRange(pages);
        return entries;
    }

    public async Task<string?> FindMovedAsync(HttpContext context, string address, CancellationToken stop)
    {
        foreach (var capsule in Present(context))
            foreach (var source in capsule.Registrations.MovedAddresses)
                if (await TryAsync(capsule, context, (_, services, token) => source.Find(services).FindAsync(address, token), stop) is { } path)
                    return path;
        return null;
    }

    static int LengthOf(List<HomeSectionHtml> sections) => sections.Sum(section => section.Html.Value?.Length ?? 0);

    static Village? VillageOf(HttpContext context) => PresentVillage.Of(context);

    IEnumerable<Capsule> Present(HttpContext context) =>
        VillageOf(context) is { } village ? modules.Running.Where(capsule => switches.IsOn(village, capsule.Id)) : modules.Running;

    IEnumerable<(Capsule Capsule, MenuItem Item)> Items(HttpContext context)
    {
        var isPortal = VillageOf(context) is null;
        return
            from capsule in Present(context)
            from item in isPortal ? capsule.Registrations.PortalMenu : capsule.Registrations.Menu
            orderby item.Order
            select (capsule, item);
    }

    ServiceLink Describe(Capsule capsule, MenuItem item, HttpContext context)
    {
        var text = texts.For(capsule.Id, context);
        return new ServiceLink(
            text[item.Text],
            item.About is null ? "" : text[item.About],
            item.Path,
            item.Picture is null ? "" : renderer.AssetAddress(capsule.Id, item.Picture));
    }

    static string KeyOf(Capsule capsule, PageSection section) => $"{capsule.Id}/{section.Template}";

    static string NameOf(Capsule capsule, HttpContext context) =>
        RequestLanguage.Of(context) == "en" ? capsule.Manifest.Name.En : capsule.Manifest.Name.Id;

    Task<List<HomeSectionHtml>?> RenderAsync(Capsule capsule, List<PageSection> sections, HttpContext context, CancellationToken stop) =>
        TryAsync(capsule, context, (inside, services, token) => RenderAsync(capsule, sections, inside, services, token), stop);

    /// <summary>One that fails harms no other.</summary>
    async Task<List<HomeSectionHtml>> RenderAsync(Capsule capsule, List<PageSection> sections, HttpContext context, IServiceProvider services, CancellationToken stop)
    {
        var rendered = new List<HomeSectionHtml>(sections.Count);
        foreach (var section in sections)
        {
            try
            {
                var model = await section.Model.InvokeAsync(services, stop);
                rendered.Add(new(KeyOf(capsule, section), renderer.RenderPart(capsule.Id, section.Template, model, context), section.Order));
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
            {
                LeaveOut(capsule, context, failure);
            }
        }

        return rendered;
    }

    /// <summary>A module that throws, or does not come back in its time, is left out of the page; the others and the host's own part stay.</summary>
    async Task<T?> TryAsync<T>(Capsule capsule, HttpContext context, Func<HttpContext, IServiceProvider, CancellationToken, Task<T>> call, CancellationToken stop) where T : class?
    {
        using var part = Telemetry.Begin("part of a page", capsule.Id);
        var borrowed = new BorrowedRequest(context);
        try
        {
            return await limits.RunPartAsync(capsule, token => EnterAsync(capsule, borrowed.Lend(token), call, token), stop);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            LeaveOut(capsule, context, failure);
            return null;
        }
        finally
        {
            borrowed.TakeBack();
        }
    }

    void LeaveOut(Capsule capsule, HttpContext context, Exception failure)
    {
        PageRender.Of(context)?.Forbid();
        LogLeftOut(log, failure, capsule.Id, VillageOf(context)?.Code);
    }

    static async Task<T> EnterAsync<T>(Capsule capsule, HttpContext context, Func<HttpContext, IServiceProvider, CancellationToken, Task<T>> call, CancellationToken stop)
    {
        await using var scope = capsule.Enter(context);
        return await call(context, scope.Services, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} was left out of a page of village {Village}")]
    static partial void LogLeftOut(ILogger log, Exception failure, string module, string? village);
}
