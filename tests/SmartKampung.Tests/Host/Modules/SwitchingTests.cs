using System.Net;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Modules;

public sealed class SwitchingTests(TestHost host) : IClassFixture<TestHost>
{
    const string Switch = $"/api/villages/{TestHost.DemoCode}/modules/news";

    [Fact]
    public async Task Module_switched_off_is_gone_with_all_its_places_and_comes_back_with_its_data()
    {
        var article = await host.WriteArticleAsync(new { title = $"Tetap ada {Guid.NewGuid()}", state = "published" });

        await SwitchAsync(HttpMethod.Delete);
        foreach (var path in (string[])["/berita", article.Path(), "/agenda", "/pengumuman", "/rss.xml", "/agenda.ics"])
            await host.DemoPageAsync(path, HttpStatusCode.NotFound);
        await host.PageAsync($"{NewsApi.Demo}/articles", HttpStatusCode.NotFound);
        Assert.DoesNotContain("/berita", await host.DemoPageAsync(""), StringComparison.Ordinal);
        Assert.DoesNotContain("Tetap ada", await host.DemoPageAsync("/cari?cari=tetap"), StringComparison.Ordinal);
        Assert.DoesNotContain("/berita", await host.DemoPageAsync("/sitemap.xml"), StringComparison.Ordinal);

        await SwitchAsync(HttpMethod.Put);
        Assert.Contains("Tetap ada", await host.DemoPageAsync(article.Path()), StringComparison.Ordinal);
        Assert.Contains("/berita", await host.DemoPageAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_a_module_that_is_off_looks_like_a_page_that_never_was() =>
        Assert.Equal(
            await host.PageAsync("/bakungan/tidak-ada", HttpStatusCode.NotFound),
            (await host.PageAsync("/bakungan/berita", HttpStatusCode.NotFound)).Replace("/berita", "/tidak-ada", StringComparison.Ordinal));

    [Fact]
    public async Task Only_the_administrator_key_switches_modules()
    {
        using var answer = await host.Anonymous.SendAsync(HttpMethod.Delete, Switch);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    async Task SwitchAsync(HttpMethod method)
    {
        using var answer = await host.Administrator.SendAsync(method, Switch);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
