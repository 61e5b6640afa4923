namespace SmartKampung.Sdk;

/// <summary>An entry of the village's menu, which its home page shows among the services too.</summary>
/// <param name="Path">The page, such as <c>/berita</c>.</param>
/// <param name="Text">Key of the one word that people read.</param>
/// <param name="About">Key of the line below it on the home page, or null.</param>
/// <param name="Picture">File of a square drawing in the module's <c>assets</c> folder, or null.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record MenuItem(string Path, string Text, string? About = null, string? Picture = null, int Order = 100);

/// <summary>Registers places in the village's and the portal's pages.</summary>
public static class PlaceRegistrations
{
    /// <summary>Adds an entry to the village's menu.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="path">The page, such as <c>/berita</c>.</param>
    /// <param name="text">Key of the one word that people read.</param>
    /// <param name="about">Key of the line below it on the home page, or null.</param>
    /// <param name="picture">File of a square drawing in the module's <c>assets</c> folder, or null.</param>
    /// <param name="order">Smaller comes first.</param>
    public static IServiceCollection AddMenuItem(
        this IServiceCollection services, string path, string text, string? about = null, string? picture = null, int order = 100) =>
        services.AddSingleton(new MenuItem(path, text, about, picture, order));

    /// <summary>Adds an entry to the portal's menu.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="path">A page that <see cref="IModule.MapPortal"/> maps.</param>
    /// <param name="text">Key of the one word that people read.</param>
    /// <param name="order">Smaller comes first.</param>
    public static IServiceCollection AddPortalMenuItem(this IServiceCollection services, string path, string text, int order = 100) =>
        services.AddSingleton(new PortalMenuItem(new MenuItem(path, text, Order: order)));

    /// <summary>
    /// Adds a section to the village's home page, which villages move and hide; what they call it there is the text under
    /// <c>section.TEMPLATE</c>, else the module's name. A section that throws is left out of the page and told in the log.
    /// What one visitor without a session sees, all see, until documents that the section read change or the minute ends.
    /// </summary>
    /// <param name="services">The module's services.</param>
    /// <param name="template">The template that shows it; it brings its own <c>section</c> elements, or nothing when there is nothing to show.</param>
    /// <param name="model">Makes the template's model. Its parameters are filled as a handler's: services and a CancellationToken.</param>
    /// <param name="order">Smaller comes first; 0 to 49 stands right after the services, as an announcement does.</param>
    public static IServiceCollection AddHomeSection(this IServiceCollection services, string template, Delegate model, int order = 100) =>
        services.AddSingleton(new HomeSection(template, model, order, Portal: false));

    /// <summary>Adds a section to the portal's home page; see <see cref="AddHomeSection"/>.</summary>
    public static IServiceCollection AddPortalSection(this IServiceCollection services, string template, Delegate model, int order = 100) =>
        services.AddSingleton(new HomeSection(template, model, order, Portal: true));

    /// <summary>Lets the village's search find what the module keeps.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="search">
    /// Returns hits, best first, as <c>Task&lt;IReadOnlyList&lt;SearchHit&gt;&gt;</c>. Its parameters are filled as a handler's;
    /// a <see cref="SearchWords"/> holds what the reader typed.
    /// </param>
    public static IServiceCollection AddSearch(this IServiceCollection services, Delegate search) =>
        services.AddSingleton(new SearchSource(search, Portal: false));

    /// <summary>Lets the portal's search find what the module's read models hold; see <see cref="AddSearch"/>.</summary>
    public static IServiceCollection AddPortalSearch(this IServiceCollection services, Delegate search) =>
        services.AddSingleton(new SearchSource(search, Portal: true));

    /// <summary>Tells search engines of the module's pages.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="entries">Returns the pages as <c>Task&lt;IReadOnlyList&lt;SitemapEntry&gt;&gt;</c>. Its parameters are filled as a handler's.</param>
    public static IServiceCollection AddSitemap(this IServiceCollection services, Delegate entries) => services.AddSingleton(new SitemapSource(entries));

    /// <summary>Fills a demo village.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="fill">
    /// Stores documents and files; called in the demo village when it is made, and once more where that start was interrupted.
    /// Its parameters are filled as a handler's. Returns a Task.
    /// </param>
    public static IServiceCollection AddDemoContent(this IServiceCollection services, Delegate fill) => services.AddSingleton(new DemoContent(fill));
}

sealed record PortalMenuItem(MenuItem Item);

sealed record HomeSection(string Template, Delegate Model, int Order, bool Portal);

sealed record SearchSource(Delegate Search, bool Portal);

sealed record SitemapSource(Delegate Entries);

sealed record DemoContent(Delegate Fill);
