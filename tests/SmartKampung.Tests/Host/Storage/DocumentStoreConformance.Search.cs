using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    DocumentSet Searchable => field ??= Register(services => services.AddDocuments<Leaflet>(d => d
        .Index(l => l.Day).Text(l => l.Title, weight: 3).Text(l => l.Tags, weight: 2).Html(l => l.Body)), "search");

    [Fact]
    public async Task Search_finds_every_form_of_every_word_that_was_typed()
    {
        await Write(new Leaflet { Title = "Pembangunan jembatan", Body = "<p>Warga Dusun Kampunganyar bergotong royong.</p>" }, new Leaflet { Title = "Jembatan tua" });
        Assert.Equal("Pembangunan jembatan", Assert.Single(await Find("membangun JEMBATAN")));
        Assert.Equal("Pembangunan jembatan", Assert.Single(await Find("jembatan kampung")));
        Assert.Equal(2, (await Find("jembatan")).Count);
        Assert.Empty(await Find("jembatan pasar"));
        Assert.Empty(await Find("kampung jembatan gantung"));
    }

    [Fact]
    public async Task The_tags_of_html_are_no_words()
    {
        await Write(new Leaflet { Title = "Satu", Body = "<p class=\"rahasia\">a<b>ir</b></p><p>bersih</p><script>skrip</script>" });
        Assert.Empty(await Find("rahasia"));
        Assert.Empty(await Find("skrip"));
        Assert.Single(await Find("air bersih"));
    }

    [Fact]
    public async Task The_heavier_word_comes_first_and_orderings_decide_over_equals()
    {
        await Write(
            new Leaflet { Title = "Lama", Body = "kopi", Day = 1 }, new Leaflet { Title = "Baru", Body = "kopi", Day = 2 },
            new Leaflet { Title = "Kopi", Day = 0 }, new Leaflet { Title = "Label", Tags = ["kopi"], Day = 0 }, new Leaflet { Title = "Kopiah", Day = 9 });
        Assert.Equal(["Kopi", "Label", "Kopiah", "Baru", "Lama"], await Find("kopi"));
        Assert.Equal(["Kopiah", "Baru", "Lama", "Kopi", "Label"], Titles(await Leaflets.Search("kopi").OrderByDescending(l => l.Day).ThenBy(l => l.Title).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Search_is_filtered_paged_and_counted_in_the_query()
    {
        await Write([.. Enumerable.Range(0, 30).Select(i => new Leaflet { Title = $"Kopi {i}", Day = i, IsPublic = i % 3 == 0 })]);
        var query = Leaflets.Where(l => l.IsPublic).OrderBy(l => l.Day).Search("kopi").Where(l => l.Day > 3);
        Assert.Equal(8, await query.CountAsync(Stop));
        Assert.Equal(["Kopi 12", "Kopi 15", "Kopi 18"], Titles(await query.Skip(2).Take(3).ToListAsync(Stop)));
        Assert.Equal(2, await query.Skip(6).CountAsync(Stop));
        Assert.True(await query.AnyAsync(Stop));
        Assert.Equal("Kopi 6", (await query.FirstOrDefaultAsync(Stop))!.Title);
    }

    [Fact]
    public async Task Search_follows_changes_and_deletions()
    {
        var leaflet = new Leaflet { Title = "Kopi" };
        await Write(leaflet);
        await Write(leaflet with { Title = "Teh", Version = 1 });
        Assert.Empty(await Find("kopi"));
        Assert.Single(await Find("teh"));
        var session = Store.OpenSession(Village, Searchable);
        session.Delete(leaflet with { Version = 2 });
        await session.SaveChangesAsync(Stop);
        Assert.Empty(await Find("teh"));
    }

    [Fact]
    public async Task Search_of_one_village_finds_nothing_of_another()
    {
        await Write(new Leaflet { Title = "Kopi" });
        Assert.Empty(await Store.OpenSession(Neighbour, Searchable).Query<Leaflet>().Search("kopi").ToListAsync(Stop));
    }

    [Fact]
    public async Task Documents_from_before_the_text_was_named_are_found()
    {
        var before = Register(services => services.AddDocuments<Leaflet>(d => d.Index(l => l.Day)), "search");
        await SaveIn(before, new Leaflet { Title = "Pembangunan jembatan" });
        await SaveIn(before, new Leaflet { Title = "Pasar" });
        Assert.Single(await Find("bangunan"));
        await SaveIn(before, new Leaflet { Title = "Bangunan baru" });
        Assert.Equal(2, (await Find("bangun")).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("!!! ??? \"\" ()")]
    [InlineData("\0\u0001\ufffe\uffff")]
    [InlineData("yang dan di")]
    [InlineData("\ud83d")]
    public async Task Words_that_are_none_find_nothing(string typed)
    {
        await Write(new Leaflet { Title = "Kopi", Body = "yang dan di" });
        Assert.Empty(await Find(typed));
        Assert.Equal(0, await Leaflets.Search(typed).CountAsync(Stop));
    }

    [Fact]
    public async Task Whatever_is_typed_is_taken_by_the_letter()
    {
        await Write(new Leaflet { Title = "Kopi, Jum'at 35.10.24.2008 Rp1.000 naïf" });
        foreach (var typed in new[] { "\"kopi\"", "+kopi -teh*", "kopi%", "jumat", "JUM’AT", "2008", "35.10.24", "1.000", "naif", "NAÏF", string.Concat(Enumerable.Repeat("kopi ", 2000)) })
            Assert.Equal(!typed.Contains("teh", StringComparison.Ordinal), (await Find(typed)).Count == 1);
    }

    [Fact]
    public void Search_comes_once_over_a_type_that_names_its_text()
    {
        Assert.Contains("Rich", Assert.Throws<InvalidOperationException>(() => Session().Query<Rich>().Search("a")).Message, StringComparison.Ordinal);
        Refusal(() => Leaflets.Take(1).Search("a"));
        Refusal(() => Leaflets.Search("a").Search("b"));
        Assert.Throws<InvalidOperationException>(() => Register(services => services.AddDocuments<Rich>(d => d.Text(r => r.Number))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Register(services => services.AddDocuments<Rich>(d => d.Text(r => r.Text, weight: 0))));
    }

    IDocumentQuery<Leaflet> Leaflets => Store.OpenSession(Village, Searchable).Query<Leaflet>();

    async Task Write(params Leaflet[] leaflets)
    {
        var session = Store.OpenSession(Village, Searchable);
        foreach (var leaflet in leaflets) session.Store(leaflet);
        await session.SaveChangesAsync(Stop);
    }

    async Task<List<string>> Find(string typed) => Titles(await Leaflets.OrderByDescending(l => l.Day).Search(typed).ToListAsync(Stop));

    static List<string> Titles(IEnumerable<Leaflet> leaflets) => [.. leaflets.Select(leaflet => leaflet.Title)];
}

public sealed record Leaflet : Document
{
    public required string Title { get; init; }

    public List<string> Tags { get; init; } = [];

    public string Body { get; init; } = "";

    public int Day { get; init; }

    public bool IsPublic { get; init; }
}
