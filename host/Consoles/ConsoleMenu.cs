using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>The side menu of a console: what the person may open, of the host and, in a village, of the modules that are on.</summary>
sealed class ConsoleMenu(ModuleHost modules, ModuleSwitches switches, TextLibrary texts)
{
    const string Modules = "/kelola/modul", Signing = Modules + "/" + HostSettings.Signing;
    const string Site = "site", Persons = "people", Keeping = "keeping";

    public IReadOnlyList<MenuLink> Links(HttpContext context) => PresentVillage.Of(context) is null ? OfRegency(context) : OfVillage(context);

    /// <summary>What modules add for the present person, in the village or at the regency.</summary>
    public IEnumerable<MenuLink> OfModules(HttpContext context) =>
        from capsule in modules.Running
        where PresentVillage.Of(context) is not { } village || switches.IsOn(village, capsule.Id)
        where ConsoleOf(capsule, PresentVillage.Of(context) is null ? Audience.Portal : Audience.Village) is { } rule && RuleCheck.May(context, rule)
        let path = $"/kelola/{capsule.Id}"
        select new MenuLink(NameOf(capsule, context), AddressBook.Of(context).Path(path), IsCurrent(context, path));

    IReadOnlyList<MenuLink> OfRegency(HttpContext context)
    {
        var links = RegencyMenu.Entries.SelectMany(entry => Own(context, entry.Path, entry.Text, entry.Permission, entry.Group)).ToLookup(link => link.Group.Length > 0);
        return [.. links[false], .. OfModules(context), .. links[true]];
    }

    IReadOnlyList<MenuLink> OfVillage(HttpContext context) =>
    [
        .. Own(context, "/kelola", "console.start", HostPermissions.Console),
        .. OfModules(context),
        .. Own(context, "/kelola/media", "console.media", HostPermissions.Media),
        .. Own(context, "/kelola/profil", "console.profile", HostPermissions.Profile, Site),
        .. Own(context, "/kelola/tampilan", "console.look", HostPermissions.Look, Site),
        .. Own(context, Modules, "console.modules", HostPermissions.Modules, Site),
        .. Own(context, Signing, "papers.settings", HostPermissions.Modules, Site),
        .. Own(context, "/kelola/orang", "console.people", HostPermissions.People, Persons),
        .. Own(context, "/kelola/peran", "console.roles", HostPermissions.People, Persons),
        .. Own(context, "/kelola/data-pribadi", "privacy.requests", HostPermissions.PersonalData, Persons),
        .. Own(context, "/kelola/catatan", "console.records", HostPermissions.Records, Keeping),
        .. Own(context, "/kelola/cadangan", "console.backups", HostPermissions.Backups, Keeping),
    ];

    IEnumerable<MenuLink> Own(HttpContext context, string path, string text, Permission permission, string group = "")
    {
        if (Rights.Holds(context, permission))
            yield return new(texts.For(PageOwner.Host.Id, context)[text], AddressBook.Of(context).Path(path), IsCurrent(context, path), group);
    }

    /// <summary>Who may enter the first page of the module's console; null where it has none.</summary>
    static Rule? ConsoleOf(Capsule capsule, Audience audience) => capsule.Endpoints
        .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<Audience>() == audience
            && endpoint.RoutePattern.RawText?.Trim('/') == $"kelola/{capsule.Id}"
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is true)
        ?.Metadata.GetMetadata<Rule>();

    static string NameOf(Capsule capsule, HttpContext context) =>
        RequestLanguage.Of(context) == "en" ? capsule.Manifest.Name.En : capsule.Manifest.Name.Id;

    /// <summary>What the host lets be set stands below the modules' settings, and has an entry of its own.</summary>
    static bool IsCurrent(HttpContext context, string path)
    {
        var present = context.Request.Path;
        if (path == "/kelola") return present.Value?.TrimEnd('/') == path;
        return present.StartsWithSegments(path) && (path != Modules || !present.StartsWithSegments(Signing));
    }
}
