using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;

namespace SmartKampung.Host.Home;

/// <summary>The village's pages, the host's and the modules', for search engines.</summary>
static class WriteSitemap
{
    static readonly SitemapEntry[] Own = [new("/"), new("/profil")];

    public static async Task<IResult> HandleAsync(HttpContext context, IVillageFeatures features, CancellationToken stop)
    {
        var addresses = AddressBook.Of(context);
        SitemapEntry[] entries = [.. Own, .. await features.SitemapAsync(context, stop)];
        return Results.Text(Sitemap.Pages(entries.Select(entry => new SitemapPage(addresses.Absolute(entry.Path), entry.Changed))), Sitemap.ContentType);
    }
}
