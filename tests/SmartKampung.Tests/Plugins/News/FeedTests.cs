using System.Xml.Linq;

namespace SmartKampung.Tests.Plugins.News;

public sealed class FeedTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Rss_has_the_newest_articles_with_full_addresses()
    {
        var channel = XDocument.Parse(await host.DemoPageAsync("/rss.xml")).Root!.Element("channel")!;
        var items = channel.Elements("item").ToList();

        Assert.Equal(20, items.Count);
        Assert.All(items, item => Assert.StartsWith("http", item.Element("link")!.Value, StringComparison.Ordinal));
        Assert.Equal("Tanam serempak dimulai, saluran Krajan sudah kembali mengalir", items[0].Element("title")!.Value);
    }

    [Fact]
    public async Task Atom_entries_keep_their_ids_and_tell_the_village_time()
    {
        var feed = XDocument.Parse(await host.DemoPageAsync("/atom.xml")).Root!;
        var first = feed.Elements(Atom + "entry").First();

        Assert.StartsWith("urn:uuid:", first.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("+07:00", first.Element(Atom + "published")!.Value, StringComparison.Ordinal);
        Assert.Contains(feed.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "self");
    }
}
