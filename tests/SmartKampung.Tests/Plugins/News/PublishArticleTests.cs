using System.Net;

namespace SmartKampung.Tests.Plugins.News;

public sealed class PublishArticleTests : IAsyncLifetime
{
    readonly TestHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Scheduled_article_appears_everywhere_when_its_time_has_come()
    {
        var article = await host.WriteArticleAsync(
            new { title = "Lomba layangan", state = "published", publishAt = host.Clock.GetUtcNow().AddHours(2) });
        foreach (var path in new[] { "/berita", "/rss.xml", "/atom.xml", "/sitemap.xml", "/cari?cari=layangan", "" })
            Assert.DoesNotContain(article.Text("slug"), await host.DemoPageAsync(path), StringComparison.Ordinal);
        await host.DemoPageAsync(article.Path(), HttpStatusCode.NotFound);

        host.Clock.Advance(TimeSpan.FromHours(3));

        await host.DemoPageAsync(article.Path());
        foreach (var path in new[] { "/berita", "/rss.xml", "/atom.xml", "/sitemap.xml", "/cari?cari=layangan", "" })
            Assert.Contains(article.Text("slug"), await host.DemoPageAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_is_published_with_the_day_of_its_publication_and_archived_again()
    {
        var article = await host.WriteArticleAsync(new { title = "Posko banjir" });
        var address = $"{NewsApi.Demo}/articles/{article.Text("id")}";
        host.Clock.Advance(TimeSpan.FromDays(2));

        using var published = await host.Administrator.SendAsync(HttpMethod.Post, $"{address}/publish");
        Assert.Equal(host.Clock.GetUtcNow(), (await published.JsonAsync(HttpStatusCode.OK)).GetProperty("publishAt").GetDateTimeOffset());
        await host.DemoPageAsync(article.Path());

        using var archived = await host.Administrator.SendAsync(HttpMethod.Post, $"{address}/archive");
        Assert.Equal("archived", (await archived.JsonAsync(HttpStatusCode.OK)).Text("state"));
        await host.DemoPageAsync(article.Path(), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task News_of_one_village_is_not_seen_in_another_and_survives_switching_off()
    {
        var article = await host.WriteArticleAsync(new { title = "Hanya di Tamansari", state = "published" });
        const string Neighbour = "35.10.15.2010";
        using var on = await host.Administrator.SendAsync(HttpMethod.Put, $"/api/villages/{Neighbour}/modules/news");
        Assert.True(on.IsSuccessStatusCode, $"{on.StatusCode}");
        Assert.DoesNotContain("Hanya di Tamansari", await host.PageAsync($"/api/villages/{Neighbour}/news/articles"), StringComparison.Ordinal);

        using var off = await host.Administrator.SendAsync(HttpMethod.Delete, $"/api/villages/{TestHost.DemoCode}/modules/news");
        Assert.True(off.IsSuccessStatusCode, $"{off.StatusCode}");
        await host.DemoPageAsync(article.Path(), HttpStatusCode.NotFound);
        using var again = await host.Administrator.SendAsync(HttpMethod.Put, $"/api/villages/{TestHost.DemoCode}/modules/news");
        await host.DemoPageAsync(article.Path());
    }
}
