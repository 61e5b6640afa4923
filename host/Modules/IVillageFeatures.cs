namespace SmartKampung.Host.Modules;

/// <summary>
/// What the modules that are on add to the pages of the present village, or to the portal's where no village is present.
/// A module that throws is left out and told in the log.
/// </summary>
interface IVillageFeatures
{
    /// <summary>The entries of the menu, which are the services of the home page too, in order.</summary>
    IReadOnlyList<ServiceLink> Services(HttpContext context);

    /// <summary>The modules' entries of the menu, in order, by text and path alone.</summary>
    IReadOnlyList<ServiceLink> MenuEntries(HttpContext context);

    /// <summary>The names of all sections of the village's home page in the order that they have by themselves, with what people call them.</summary>
    IReadOnlyList<HomeSectionName> SectionNames(HttpContext context);

    /// <summary>The sections of the home page in the order that they have by themselves, without those that the village hides.</summary>
    Task<IReadOnlyList<HomeSectionHtml>> SectionsAsync(HttpContext context, CancellationToken stop);

    /// <summary>Where a page is now that once stood at an address of the village, or null.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">Path and query string.</param>
    /// <param name="stop">Cancels the looking.</param>
    Task<string?> FindMovedAsync(HttpContext context, string address, CancellationToken stop);

    /// <summary>What the modules found, best first within each module.</summary>
    Task<IReadOnlyList<FoundPage>> SearchAsync(HttpContext context, SearchWords words, CancellationToken stop);

    /// <summary>The modules' pages for search engines.</summary>
    Task<IReadOnlyList<SitemapEntry>> SitemapAsync(HttpContext context, CancellationToken stop);
}

/// <summary>A service of the village.</summary>
/// <param name="Text">The one word that people read.</param>
/// <param name="About">The line below it, or empty.</param>
/// <param name="Path">Its page as mapped, such as <c>/berita</c>.</param>
/// <param name="Picture">The address of its drawing, or empty.</param>
sealed record ServiceLink(string Text, string About, string Path, string Picture);

/// <param name="Key">The module's id and the template.</param>
/// <param name="Name">What the module calls it in the reader's language, else the module's name.</param>
sealed record HomeSectionName(string Key, string Name);

/// <summary>A section of a home page, ready to be shown.</summary>
/// <param name="Key">The module's id and the template.</param>
/// <param name="Html">The section's elements; empty when it has nothing to show.</param>
/// <param name="Order">Below <see cref="FirstBelow"/> it stands right after the services, as an announcement does.</param>
sealed record HomeSectionHtml(string Key, Html Html, int Order)
{
    public const int FirstBelow = 50;

    public bool IsAbove => Order < FirstBelow;
}

/// <summary>A page that a module found.</summary>
/// <param name="Hit">The page.</param>
/// <param name="ModuleName">The module's name in the reader's language.</param>
/// <param name="Place">Its place among what the module's search found, 0 for the best.</param>
sealed record FoundPage(SearchHit Hit, string ModuleName, int Place);
