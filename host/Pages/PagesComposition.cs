using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SmartKampung.Host.Pages;

/// <summary>The room that turns what handlers return into HTML.</summary>
static class PagesComposition
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SiteOptions>().BindConfiguration("Site");
        services.AddAntiforgery(options => (options.FormFieldName, options.Cookie.Name, options.Cookie.SecurePolicy) = ("_form", "form", CookieSecurePolicy.SameAsRequest));
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
        services.AddSingleton<IFormReader, FormReader>();
        services.AddSingleton<StoredOverrides>();
        services.AddHostedService(host => host.GetRequiredService<StoredOverrides>());
        services.AddSingleton<TemplateDrafts>();
        services.AddSingleton<EditTemplate>();
        services.AddSingleton<StatusAnswers>();
        services.TryAddSingleton<ITemplateOverrides>(host => host.GetRequiredService<StoredOverrides>());
        return services;
    }

    /// <summary>Stands before everything that can fail: headers for all answers, and pages for what went wrong.</summary>
    public static void UsePages(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<StatusPages>();
    }

    /// <summary>Maps the theme's and the modules' assets, and the stored files of the present village.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/assets/accent/{colour}.css", reading, AccentEndpoint.Show);
        app.MapMethods("/assets/{hash}/{owner}/{**file}", reading, AssetEndpoint.Show);
        app.MapMethods("/berkas/{file}", reading, FileEndpoint.ShowAsync);
    }
}
