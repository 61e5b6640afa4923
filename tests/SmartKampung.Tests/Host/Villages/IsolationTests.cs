using System.Net;
using System.Net.Http.Json;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>Two villages with the same module; what one has, the other must not show.</summary>
public sealed class IsolationTests(TestHost host) : IClassFixture<TestHost>
{
    const string Word = "durianrahasia";
    const string Neighbour = "kluncing";
    const string NeighbourApi = "/api/villages/35.10.24.2007";

    [Theory]
    [InlineData("")]
    [InlineData("/berita")]
    [InlineData("/berita?cari=" + Word)]
    [InlineData("/cari?cari=" + Word)]
    [InlineData("/rss.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/pengumuman")]
    [InlineData("/agenda")]
    [InlineData("/agenda.ics")]
    public async Task Page_of_one_village_shows_nothing_of_another(string path)
    {
        await PrepareAsync();
        await host.WriteArticleAsync(new { title = $"Panen {Word}", state = "published" });

        Assert.DoesNotContain($"Panen {Word}", await host.PageAsync($"/{Neighbour}{path}"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Article_of_one_village_is_found_there_and_not_in_another()
    {
        await PrepareAsync();
        var article = await host.WriteArticleAsync(new { title = $"Kabar {Word} {Guid.NewGuid()}", state = "published" });

        Assert.Contains(Word, await host.DemoPageAsync(article.Path()), StringComparison.Ordinal);
        Assert.Contains(Word, await host.DemoPageAsync("/cari?cari=" + Word), StringComparison.Ordinal);
        await host.PageAsync($"/{Neighbour}{article.Path()}", HttpStatusCode.NotFound);
        await host.PageAsync($"{NeighbourApi}/news/articles/{article.Text("id")}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Settings_of_one_village_are_not_those_of_another()
    {
        await PrepareAsync();
        using var answer = await host.Administrator.PutAsJsonAsync(
            $"/api/villages/{TestHost.DemoCode}/settings/news", new { articlesPerPage = 7 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var settings = await host.Administrator.GetStringAsync(new Uri($"{NeighbourApi}/settings/news", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("\"articlesPerPage\":{\"value\":10,\"from\":\"default\"", settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_one_village_is_not_served_by_another()
    {
        var home = await host.DemoPageAsync("");
        var address = System.Text.RegularExpressions.Regex.Match(home, $"src=\"/{TestHost.DemoSlug}(/berkas/[^\"]+)\"").Groups[1].Value;

        await host.PageAsync($"/{TestHost.DemoSlug}{address}");
        await host.PageAsync($"/{Neighbour}{address}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Menu_of_a_village_offers_only_what_it_switched_on()
    {
        Assert.Contains($"href=\"/{TestHost.DemoSlug}/berita\"", await host.DemoPageAsync(""), StringComparison.Ordinal);
        Assert.DoesNotContain("/bakungan/berita", await host.PageAsync("/bakungan"), StringComparison.Ordinal);
    }

    async Task PrepareAsync()
    {
        using var answer = await host.Administrator.PutAsync(new Uri($"{NeighbourApi}/modules/news", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
