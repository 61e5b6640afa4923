using System.Globalization;
using System.Xml.Linq;

namespace SmartKampung.Host.Portal;

/// <summary>Writes sitemaps by sitemaps.org.</summary>
static class Sitemap
{
    public const string ContentType = "application/xml";
    const int MostEntries = 50_000;

    static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static string Pages(IEnumerable<SitemapPage> pages) =>
        Write("urlset", pages.Take(MostEntries).Select(page => new XElement(Names + "url", Location(page.Address), Changed(page.Changed))));

    public static string Index(IEnumerable<Uri> sitemaps) =>
        Write("sitemapindex", sitemaps.Take(MostEntries).Select(address => new XElement(Names + "sitemap", Location(address))));

    static string Write(string root, IEnumerable<XElement> entries) =>
        $"""<?xml version="1.0" encoding="UTF-8"?>{'\n'}{new XElement(Names + root, entries)}{'\n'}""";

    static XElement Location(Uri address) => new(Names + "loc", address.AbsoluteUri);

    static XElement? Changed(DateTimeOffset? at) =>
        at is { } moment ? new(Names + "lastmod", moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)) : null;
}

/// <summary>A page in a sitemap.</summary>
sealed record SitemapPage(Uri Address, DateTimeOffset? Changed = null);
