using System.Net;

namespace SmartKampung.Tests.Plugins.News;

public sealed class ReadArticleTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Article_shows_its_text_in_the_village_page_with_data_for_others()
    {
        var page = await host.DemoPageAsync(await PinnedAsync());

        Assert.Contains("<h1>Tanam serempak dimulai, saluran Krajan sudah kembali mengalir</h1>", page, StringComparison.Ordinal);
        Assert.Contains("\"@type\":\"NewsArticle\"", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("property=\"og:type\" content=\"article\"", page, StringComparison.Ordinal);
        Assert.Contains("https://wa.me/?text=Tanam%20serempak", page, StringComparison.Ordinal);
        Assert.Contains("Kabar terkait", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_page_keeps_the_article_marked_as_Indonesian()
    {
        var page = await host.DemoPageAsync("/en" + await PinnedAsync());

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"id\"", page, StringComparison.Ordinal);
        Assert.Contains("Related news", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_is_seen_by_who_writes_and_by_nobody_else()
    {
        var article = await host.WriteArticleAsync(new { title = "Belum selesai ditulis" });
        var address = new Uri($"{NewsApi.Demo}/articles/{article.Text("id")}", UriKind.Relative);

        await host.DemoPageAsync(article.Path(), HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Administrator.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Old_address_leads_to_the_new_one_and_a_new_title_changes_none()
    {
        var article = await host.WriteArticleAsync(new { title = "Jembatan lama", state = "published" });
        var api = $"{NewsApi.Demo}/articles/{article.Text("id")}";
        using var retitled = await host.Administrator.SendAsync(HttpMethod.Put, api, new { title = "Jembatan baru", state = "published" });
        Assert.Equal("jembatan-lama", (await retitled.JsonAsync(HttpStatusCode.OK)).Text("slug"));
        using var moved = await host.Administrator.SendAsync(HttpMethod.Put, api, new { title = "Jembatan baru", slug = "Jembatan baru!", state = "published" });
        Assert.Equal("jembatan-baru", (await moved.JsonAsync(HttpStatusCode.OK)).Text("slug"));

        using var answer = await host.Anonymous.SendAsync(HttpMethod.Get, $"/{TestHost.DemoSlug}/berita/jembatan-lama");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.EndsWith("/berita/jembatan-baru", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_and_hostile_markup_is_dropped()
    {
        var article = await host.WriteArticleAsync(new
        {
            title = "<script>alert(1)</script> & teman",
            body = "<p onclick=\"x()\">Aman</p><script>alert(2)</script><a href=\"javascript:alert(3)\">a</a>",
            state = "published",
        });

        var page = await host.DemoPageAsync(article.Path());

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<p>Aman</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public Task Unknown_article_is_not_found() => host.DemoPageAsync("/berita/tidak-ada", HttpStatusCode.NotFound);

    async Task<string> PinnedAsync()
    {
        var list = await host.DemoPageAsync("/berita");
        var start = list.IndexOf("/berita/tanam-serempak", StringComparison.Ordinal);
        return list[start..list.IndexOf('"', start)];
    }
}
