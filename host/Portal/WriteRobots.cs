using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Portal;

/// <summary>Tells search engines where the sitemap is and what is no page for readers.</summary>
static class WriteRobots
{
    public static IResult Handle(HttpContext context) => Results.Text(
        $"""
        User-agent: *
        Disallow: /api/
        Disallow: /health/
        Disallow: /*/kelola
        Disallow: /*?cari=

        Sitemap: {AddressBook.Of(context).Absolute("/sitemap.xml")}

        """);
}
