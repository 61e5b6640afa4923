using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>The village's pages, the host's and the modules', for search engines.</summary>
static class WriteSitemap
{
    static readonly SitemapEntry[] Own = [new("/"), new("/profil")];

    public static async Task<IResult> HandleAsync(HttpContext context, IVillageFeatures features, CancellationToken stop)
    {
        var addresses = AddressBook.Of(context);
        SitemapEntry[] entries = [.. Own, .. OwnPagesIn(context), .. await features.SitemapAsync(context, stop)];
        return Results.Text(Sitemap.Pages(entries.Select(entry => new SitemapPage(addresses.Absolute(entry.Path), entry.Changed))), Sitemap.ContentType);
    }

    static IEnumerable<SitemapEntry> OwnPagesIn(HttpContext context) =>
        PresentVillage.LookOf(context).Pages.Where(page => page.IsPublished).Select(page => new SitemapEntry(page.Path, page.ChangedAt));
}
