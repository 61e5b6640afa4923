using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Portal;

/// <summary>The sitemaps of the villages that have something to show, for search engines.</summary>
static class WriteSitemapIndex
{
    public static async Task<IResult> HandleAsync(HttpContext context, WrittenVillages written, CancellationToken stop)
    {
        var addresses = AddressBook.Of(context);
        var root = addresses.Absolute("/");
        var villages = await written.ListAsync(stop);
        return Results.Text(
            Sitemap.Index([.. villages.Select(entry => new Uri(root, addresses.InVillage(entry.Slug, "/sitemap.xml")))]),
            Sitemap.ContentType);
    }
}
