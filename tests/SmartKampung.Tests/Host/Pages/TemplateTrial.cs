using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>Runs one template as a village would have edited it, or as a module brought it.</summary>
static class TemplateTrial
{
    const string Owner = "guestbook";

    /// <summary>Counts must stop a template here, not the clock of a busy machine.</summary>
    static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    static readonly EditedTemplates Edited = new();
    static readonly IServiceProvider Services = Build();

    public static string Render(string template, object? model = null, string language = "id", Form? form = null, bool inVillage = true, TimeSpan? time = null)
    {
        var name = "trial-" + Guid.NewGuid();
        Edited.Texts[(Owner, name)] = template;
        var context = Context(language, inVillage);
        var request = Services.GetRequiredService<PageRequests>().Of(context, Owner);
        return Services.GetRequiredService<TemplateRenderer>().RenderPart(request, Owner, name, model, form, time ?? Ample).ToString();
    }

    /// <summary>Renders a template as the module brought it.</summary>
    public static string RenderOfModule(string name, object model) =>
        Services.GetRequiredService<TemplateRenderer>().RenderPart(Owner, name, model, Context("id", inVillage: true)).Value!;

    /// <summary>Renders a template as if a module had brought it, which is compiled.</summary>
    public static string RenderTrusted(string template, object? model = null)
    {
        var (owner, folder) = ("trusted-" + Guid.NewGuid(), Directory.CreateTempSubdirectory("trusted"));
        File.WriteAllText(Path.Combine(folder.FullName, "trial.html"), template);
        Services.GetRequiredService<TextLibrary>().AddModule(owner, Path.Combine(PagesHost.Fixtures, Owner, "locales"));
        Services.GetRequiredService<TemplateLibrary>().AddModule(owner, folder.FullName);
        folder.Delete(recursive: true);
        var request = Services.GetRequiredService<PageRequests>().Of(Context("id", inVillage: true), owner);
        return Services.GetRequiredService<TemplateRenderer>().RenderPart(request, owner, "trial", model, time: Ample).ToString();
    }

    public static string Stop(string template, object? model = null) => Assert.Throws<TemplateException>(() => Render(template, model)).Message;

    static DefaultHttpContext Context(string language, bool inVillage)
    {
        var context = new DefaultHttpContext { RequestServices = Services };
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("kampung.example");
        context.Request.PathBase = (inVillage ? "/desa" : "") + (language == "en" ? "/en" : "");
        context.Request.Path = "/bukutamu";
        context.Features.Set(language == "en" ? RequestLanguage.English : RequestLanguage.Indonesian);
        if (inVillage) context.Features.Set(new PresentVillage(PagesHost.Village));
        return context;
    }

    static IServiceProvider Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 15, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton(new DataFolder(Path.Combine(Path.GetTempPath(), "pages-" + Guid.NewGuid()))).AddStorage();
        builder.Services.AddSingleton<ITemplateOverrides>(Edited);
        builder.Services.AddPages();
        builder.Services.AddSingleton(new RegencyOptions());
        builder.Services.Configure<SiteOptions>(site => site.Theme = Path.Combine(PagesHost.Fixtures, "theme"));
        var services = builder.Build().Services;
        var folder = Path.Combine(PagesHost.Fixtures, Owner);
        services.GetRequiredService<TextLibrary>().AddModule(Owner, Path.Combine(folder, "locales"));
        services.GetRequiredService<TemplateLibrary>().AddModule(Owner, Path.Combine(folder, "templates"));
        services.GetRequiredService<AssetLibrary>().AddOwner(Owner, Path.Combine(folder, "assets"));
        return services;
    }

    sealed class EditedTemplates : ITemplateOverrides
    {
        public System.Collections.Concurrent.ConcurrentDictionary<(string Owner, string Name), string> Texts { get; } = new();

        public string? Find(Village? village, string owner, string name) => Texts.GetValueOrDefault((owner, name));
    }
}
