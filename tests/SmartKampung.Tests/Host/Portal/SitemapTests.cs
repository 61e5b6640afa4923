using System.Xml.Linq;
using SmartKampung.Host.Portal;

namespace SmartKampung.Tests.Host.Portal;

public sealed class SitemapTests
{
    static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void Page_tells_its_address_and_when_it_changed()
    {
        var changed = new DateTimeOffset(2026, 11, 23, 9, 15, 0, TimeSpan.FromHours(7));

        var xml = XDocument.Parse(Sitemap.Pages([new(new Uri("https://desa.example/tamansari-licin/berita"), changed), new(new Uri("https://desa.example/"))]));

        var pages = xml.Root!.Elements(Names + "url").ToArray();
        Assert.Equal("https://desa.example/tamansari-licin/berita", pages[0].Element(Names + "loc")?.Value);
        Assert.Equal("2026-11-23T09:15:00+07:00", pages[0].Element(Names + "lastmod")?.Value);
        Assert.Null(pages[1].Element(Names + "lastmod"));
    }

    [Fact]
    public void Address_with_signs_of_xml_stays_one_address()
    {
        var address = new Uri("https://desa.example/cari?cari=a&halaman=2");

        var xml = XDocument.Parse(Sitemap.Index([address]));

        Assert.Equal("sitemapindex", xml.Root!.Name.LocalName);
        Assert.Equal(address.AbsoluteUri, xml.Descendants(Names + "loc").Single().Value);
    }

    [Fact]
    public void Sitemap_holds_no_more_entries_than_search_engines_read() =>
        Assert.Equal(50_000, XDocument.Parse(Sitemap.Pages(Enumerable.Repeat(new SitemapPage(new Uri("https://desa.example/")), 50_001))).Root!.Elements().Count());
}
