using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Plugins.News;

public sealed class HostileInputTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Judul\u0001", "/title")]
    [InlineData("Judul\ufffe", "/title")]
    [InlineData("Judul\uffff", "/title")]
    public async Task What_a_feed_can_not_carry_is_refused(string title, string pointer)
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"{NewsApi.Demo}/articles", new { title, state = "published" }, Stop);
        var problem = await answer.JsonAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(pointer, problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
        using var feed = await host.Anonymous.GetAsync(new Uri("/tamansari-licin/rss.xml", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
    }

    [Fact]
    public async Task A_gap_in_a_list_is_told_at_its_place()
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"{NewsApi.Demo}/articles", new { title = "Judul", tags = new[] { "a", null } }, Stop);
        var problem = await answer.JsonAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("/tags/1", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Searching_for_what_is_no_text_finds_nothing()
    {
        var cut = new string('a', 99) + "%F0%9F%98%80";
        foreach (var path in new[] { "/tamansari-licin/berita?cari=", "/tamansari-licin/cari?cari=", "/desa?cari=", "/api/villages?search=", $"{NewsApi.Demo}/articles?search=" })
            foreach (var words in new[] { "%EF%BF%BE", "%EF%BF%BF", "%00", cut })
            {
                using var answer = await host.Anonymous.GetAsync(new Uri(path + words, UriKind.Relative), Stop);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
    }

    [Fact]
    public async Task An_address_of_strange_letters_is_no_village()
    {
        foreach (var path in new[] { "/%EF%BF%BE", "/" + new string('a', 63) + "%F0%9F%98%80", "/kecamatan/%EF%BF%BE", "/tamansari-licin/berita/kategori/%EF%BF%BE" })
        {
            using var answer = await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Twenty_articles_of_one_title_at_once_get_twenty_addresses()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.WriteArticleAsync(new { title = "Balapan judul", state = "draft" })));
        Assert.Equal(20, written.Select(article => article.GetProperty("slug").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_again_and_one_that_lost_an_article_is()
    {
        var article = await host.WriteArticleAsync(new { title = "Sebentar saja", state = "published" });
        using var first = await host.Anonymous.GetAsync(new Uri("/tamansari-licin/rss.xml", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(first.Headers.ETag!));
        using (await host.Administrator.DeleteAsync(new Uri($"{NewsApi.Demo}/articles/{article.GetProperty("id")}", UriKind.Relative), Stop)) { }
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(first.Headers.ETag!));
    }

    async Task<HttpStatusCode> AgainAsync(System.Net.Http.Headers.EntityTagHeaderValue seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tamansari-licin/rss.xml") { Headers = { IfNoneMatch = { seen } } };
        using var answer = await host.Anonymous.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
