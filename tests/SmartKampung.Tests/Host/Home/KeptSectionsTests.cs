using System.Net.Http.Json;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Home;

/// <summary>A home page that is asked for by an address of its own is made of sections that are kept; what changed shows all the same.</summary>
public sealed class KeptSectionsTests(TestHost host) : IClassFixture<TestHost>
{
    const string Demo = "/api/villages/" + TestHost.DemoCode;
    const string Home = "?lain";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_saved_article_shows_on_the_very_next_request_and_so_does_its_removal()
    {
        for (var round = 0; round < 3; round++)
        {
            await host.DemoPageAsync(Home);
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.WriteArticleAsync(new { title = $"Bagian ke {round}", state = "published" });
            Assert.Contains($"Bagian ke {round}", await host.DemoPageAsync(Home), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_announcement_ends_with_its_minute()
    {
        await host.DemoPageAsync(Home);
        await SendAsync(HttpMethod.Post, Demo + "/news/announcements", new { title = "Jembatan ditutup", until = host.Clock.GetUtcNow().AddMinutes(2) });
        Assert.Contains("Jembatan ditutup", await host.DemoPageAsync(Home), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.DoesNotContain("Jembatan ditutup", await host.DemoPageAsync(Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_switched_off_and_on_is_gone_and_back()
    {
        Assert.Contains("id=\"agenda\"", await host.DemoPageAsync(Home), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Delete, Demo + "/modules/news");
        Assert.DoesNotContain("id=\"agenda\"", await host.DemoPageAsync(Home), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Put, Demo + "/modules/news");
        Assert.Contains("id=\"agenda\"", await host.DemoPageAsync(Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_was_edited_shows_as_it_is_now_in_this_village_alone()
    {
        var (before, neighbour) = (await host.DemoPageAsync(Home), await host.PageAsync("/bakungan" + Home));
        using (var text = new StringContent("<section>disunting</section>")) await SendAsync(HttpMethod.Put, Demo + "/templates/news/news-home", content: text);
        Assert.Contains("disunting", await host.DemoPageAsync(Home), StringComparison.Ordinal);
        Assert.Equal(neighbour, await host.PageAsync("/bakungan" + Home));
        await SendAsync(HttpMethod.Delete, Demo + "/templates/news/news-home");
        Assert.Equal(before, await host.DemoPageAsync(Home));
    }

    [Fact]
    public async Task A_profile_shows_at_once()
    {
        await host.DemoPageAsync(Home);
        await SendAsync(HttpMethod.Put, "/api/villages/35.10.15.1002/profile", new { address = "Jalan Satu 1" });
        Assert.Contains("Jalan Satu 1", await host.PageAsync("/bakungan" + Home), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Put, "/api/villages/35.10.15.1002/profile", new { address = "Jalan Dua 2" });
        Assert.Contains("Jalan Dua 2", await host.PageAsync("/bakungan" + Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_language_and_each_village_has_its_own()
    {
        Assert.Contains("Semua kabar", await host.DemoPageAsync(Home), StringComparison.Ordinal);
        var english = await host.DemoPageAsync("/en" + Home);
        Assert.Contains("All news", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Semua kabar", english, StringComparison.Ordinal);
        Assert.DoesNotContain("/tamansari-licin/berita/", await host.PageAsync("/bakungan" + Home), StringComparison.Ordinal);
    }

    async Task SendAsync(HttpMethod method, string path, object? body = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content ?? (body is null ? null : JsonContent.Create(body)) };
        using var answer = await host.Administrator.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }
}
