using System.Net;
using System.Text.RegularExpressions;

namespace SmartKampung.Tests.Plugins.News;

public sealed partial class ListArticlesTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Demo_village_has_forty_articles_on_four_pages()
    {
        var titles = new HashSet<string>();
        for (var page = 1; page <= 4; page++) titles.UnionWith(Titles(await host.DemoPageAsync($"/berita?halaman={page}")));

        Assert.Equal(40, titles.Count);
        await host.DemoPageAsync("/berita?halaman=5", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/berita/kategori/kesehatan", 5)]
    [InlineData("/berita/arsip/1999-01", 0)]
    [InlineData("/berita/kategori/tidak-ada", 0)]
    [InlineData("/berita?cari=tanam+serem", 1)]
    [InlineData("/berita?cari=serempak+zebra", 0)]
    public async Task Filters_keep_what_they_say(string path, int count) => Assert.Equal(count, Titles(await host.DemoPageAsync(path)).Count);

    [Fact]
    public async Task Topic_is_called_as_its_articles_write_it()
    {
        var page = await host.DemoPageAsync("/berita/topik/gotong-royong");

        Assert.Contains("Topik: gotong royong", page, StringComparison.Ordinal);
        Assert.NotEmpty(Titles(page));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("kemarin")]
    [InlineData("0001-01")]
    public Task Month_that_is_none_is_not_found(string month) => host.DemoPageAsync($"/berita/arsip/{month}", HttpStatusCode.NotFound);

    [Fact]
    public async Task Search_shows_what_was_typed_as_text() =>
        Assert.Contains("&lt;b&gt;", await host.DemoPageAsync("/berita?cari=%3Cb%3E"), StringComparison.Ordinal);

    [Fact]
    public async Task Portal_lists_the_news_of_all_villages_with_links_into_them()
    {
        var page = await host.PageAsync("/berita");

        Assert.Contains($"href=\"/{TestHost.DemoSlug}/berita/", page, StringComparison.Ordinal);
        Assert.Equal(12, Titles(page).Count);
    }

    static HashSet<string> Titles(string page) =>
        [.. Title().Matches(page).Select(match => match.Groups[1].Value).Where(path => path.Contains("/berita/", StringComparison.Ordinal))];

    [GeneratedRegex("<h3[^>]*><a href=\"([^\"]+)\"")]
    private static partial Regex Title();
}
