using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SmartKampung.Host.Pages;

/// <summary>The room that turns what handlers return into HTML.</summary>
static class PagesComposition
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SiteOptions>();
        services.AddAntiforgery(options => (options.FormFieldName, options.Cookie.Name) = ("_form", "form"));
        services.AddSingleton<ThemeFolder>();
        services.AddSingleton<TemplateLibrary>();
        services.AddSingleton<TextLibrary>();
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<SiteInformation>();
        services.AddSingleton<PageRequests>();
        services.AddSingleton<TemplateRenderer>();
        services.AddSingleton<FlashMessage>();
        services.AddSingleton<IHtmlSanitizer, HtmlCleaner>();
        services.AddSingleton<IPageWriter, PageWriter>();
        services.TryAddSingleton<ITemplateOverrides, NoTemplateOverrides>();
        return services;
    }
}
