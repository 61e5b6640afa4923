using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartKampung.Host.Background;
using SmartKampung.Host.Modules;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.PageCache;

/// <summary>Whoever was told that a change is saved finds no page from before it.</summary>
public sealed class EvictPagesTests(TestHost host) : IClassFixture<TestHost>
{
    const string Demo = "/api/villages/" + TestHost.DemoCode;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_saved_article_shows_on_the_very_next_request_wherever_it_belongs()
    {
        string[] pages = ["", "/berita", "/rss.xml", "/atom.xml", "/sitemap.xml"];
        for (var round = 0; round < 5; round++)
        {
            foreach (var page in pages) await host.DemoPageAsync(page);
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var article = await host.WriteArticleAsync(new { title = $"Kabar ke {round}", state = "published" });
            foreach (var page in pages) Assert.Contains(article.Text("slug"), await host.DemoPageAsync(page), StringComparison.Ordinal);
            Assert.Contains($"Kabar ke {round}", await host.DemoPageAsync(article.Path()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_commit_drops_what_was_made_from_its_documents_and_leaves_the_rest()
    {
        await using var host = await TestHost.StartAsync();
        var store = host.Services.GetRequiredService<PageStore>();
        foreach (var page in (string[])["/berita", "/agenda", "/profil"]) await host.DemoPageAsync(page);
        await host.PageAsync("/bakungan");
        Assert.Equal(4, store.Count);

        await host.WriteArticleAsync(new { title = "Kabar baru", state = "published" });

        Assert.Equal(3, store.Count);
    }

    [Fact]
    public async Task Settings_of_the_village_and_of_the_regency_show_on_the_next_request()
    {
        Assert.Contains("/berita/arsip/", await host.DemoPageAsync("/berita"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Put, Demo + "/settings/news", new { showArchive = false });
        Assert.DoesNotContain("/berita/arsip/", await host.DemoPageAsync("/berita"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Put, Demo + "/settings/news", new { });
        Assert.Contains("/berita/arsip/", await host.DemoPageAsync("/berita"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Put, "/api/regency/settings/news", new { showArchive = false });
        Assert.DoesNotContain("/berita/arsip/", await host.DemoPageAsync("/berita"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Put, "/api/regency/settings/news", new { });
    }

    [Fact]
    public async Task A_module_switched_off_and_on_is_gone_and_back_on_the_next_request()
    {
        for (var round = 0; round < 3; round++)
        {
            await host.DemoPageAsync("/berita");
            Assert.Contains("/berita", await host.DemoPageAsync(""), StringComparison.Ordinal);
            await SendAsync(HttpMethod.Delete, Demo + "/modules/news");
            await host.DemoPageAsync("/berita", HttpStatusCode.NotFound);
            Assert.DoesNotContain("/berita", await host.DemoPageAsync(""), StringComparison.Ordinal);
            await SendAsync(HttpMethod.Put, Demo + "/modules/news");
        }
    }

    [Fact]
    public async Task An_edited_template_shows_on_the_next_request_and_so_does_its_removal()
    {
        var before = await host.DemoPageAsync("/profil");
        using (var text = new StringContent("<p>diubah</p>")) await SendAsync(HttpMethod.Put, Demo + "/templates/host/village-profile", content: text);
        Assert.Contains("<p>diubah</p>", await host.DemoPageAsync("/profil"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Delete, Demo + "/templates/host/village-profile");
        Assert.Equal(before, await host.DemoPageAsync("/profil"));
    }

    [Fact]
    public async Task A_profile_shows_on_the_next_request_in_the_village_and_at_the_portal()
    {
        Assert.DoesNotContain("Jalan Baru 1", await host.PageAsync("/bakungan"), StringComparison.Ordinal);
        var portal = await host.PageAsync("/");
        await SendAsync(HttpMethod.Put, "/api/villages/35.10.15.1002/profile", new { address = "Jalan Baru 1" });
        Assert.Contains("Jalan Baru 1", await host.PageAsync("/bakungan"), StringComparison.Ordinal);
        Assert.NotEqual(portal, await host.PageAsync("/"));
    }

    [Fact]
    public async Task A_renamed_village_is_called_by_its_new_name_by_its_neighbours_and_at_the_portal()
    {
        await host.DemoPageAsync("");
        await host.PageAsync("/desa");
        await SendAsync(HttpMethod.Patch, "/api/villages/35.10.24.2007", new { name = "Aaa Baru" });
        Assert.Contains("Aaa Baru", await host.DemoPageAsync(""), StringComparison.Ordinal);
        Assert.Contains("Aaa Baru", await host.PageAsync("/kecamatan/35.10.24"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_village_is_gone_on_the_next_request()
    {
        await host.PageAsync("/sarongan");
        await SendAsync(HttpMethod.Delete, "/api/villages/35.10.01.2001");
        await host.PageAsync("/sarongan", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_host_name_leads_to_its_village_and_from_it_on_the_next_request()
    {
        Assert.DoesNotContain("<title>Desa Tamansari", await OfHostAsync("tamansari.desa.id"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Patch, Demo, new { hostNames = new[] { "tamansari.desa.id" } });
        Assert.Contains("<title>Desa Tamansari", await OfHostAsync("tamansari.desa.id"), StringComparison.Ordinal);
        Assert.DoesNotContain("tamansari.desa.id", await host.PageAsync("/"), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Patch, Demo, new { hostNames = Array.Empty<string>() });
        Assert.DoesNotContain("<title>Desa Tamansari", await OfHostAsync("tamansari.desa.id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_shows_at_the_portal_as_soon_as_the_portal_has_followed()
    {
        await host.PageAsync("/berita");
        await host.WriteArticleAsync(new { title = "Kabar untuk portal", state = "published" });
        await host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
        Assert.Contains("Kabar untuk portal", await host.PageAsync("/berita"), StringComparison.Ordinal);
        Assert.Contains("Kabar untuk portal", await host.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_that_may_be_kept_is_kept_and_asks_for_no_forms_token()
    {
        var article = await host.WriteArticleAsync(new { title = "Kabar", category = "Budaya", tags = new[] { "seni" }, state = "published" });
        await WriteOwnPageAsync(article.Text("slug"));
        var agenda = System.Text.RegularExpressions.Regex.Match(await host.DemoPageAsync("/agenda"), "/agenda/([a-z0-9-]+)\"").Groups[1].Value;
        var marked = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<CachedRoute>() is not null).ToList();
        Assert.InRange(marked.Count, 20, 200);

        foreach (var endpoint in marked)
        {
            var path = endpoint.RoutePattern.RawText!
                .Replace("/agenda/{slug}", "/agenda/" + agenda, StringComparison.Ordinal).Replace("{slug}", article.Text("slug"), StringComparison.Ordinal)
                .Replace("{category}", "budaya", StringComparison.Ordinal).Replace("{topic}", "seni", StringComparison.Ordinal)
                .Replace("{month}", "2026-11", StringComparison.Ordinal).Replace("{code}", "35.10", StringComparison.Ordinal).Replace("{district}", "35.10.24", StringComparison.Ordinal);
            var isVillage = endpoint.Metadata.GetMetadata<Audience>() == Audience.Village;
            Assert.NotNull(await EntityTagAsync($"{(isVillage ? "/" + TestHost.DemoSlug : "")}{path}"));
        }
    }

    [Fact]
    public void Nothing_costs_each_request_that_nobody_asked_for()
    {
        Assert.Null(host.Services.GetService<Microsoft.AspNetCore.Http.IHttpContextAccessor>());
        Assert.False(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical));
    }

    async Task WriteOwnPageAsync(string slug)
    {
        var village = host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!.Id;
        var page = new VillagePage { Village = village, Slug = slug, Title = new("Sejarah"), Body = new("<p>Dulu</p>"), IsPublished = true };
        await host.Services.GetRequiredService<OwnPages>().SaveAsync(page, Stop);
    }

    async Task<string?> EntityTagAsync(string path)
    {
        using var answer = await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        Assert.True(answer.Headers.CacheControl is { NoCache: true, NoStore: false }, path);
        return answer.Headers.ETag?.Tag;
    }

    async Task<string> OfHostAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = name } };
        using var answer = await host.Anonymous.SendAsync(request, Stop);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop);
    }

    async Task SendAsync(HttpMethod method, string path, object? body = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content ?? (body is null ? null : JsonContent.Create(body)) };
        using var answer = await host.Administrator.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }
}
