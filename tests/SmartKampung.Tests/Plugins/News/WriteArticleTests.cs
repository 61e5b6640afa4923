using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Plugins.News;

public sealed class WriteArticleTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("Pasar Jum'at di Kafé Ijen", "pasar-jumat-di-kafe-ijen")]
    [InlineData("  100% kopi -- murni!  ", "100-kopi-murni")]
    [InlineData("???", "berita")]
    public async Task Address_is_made_of_the_title(string title, string slug) =>
        Assert.Equal(slug, (await host.WriteArticleAsync(new { title })).Text("slug"));

    [Fact]
    public async Task Long_title_makes_an_address_of_whole_words()
    {
        var slug = (await host.WriteArticleAsync(new { title = string.Join(' ', Enumerable.Repeat("musyawarah", 14)) })).Text("slug");

        Assert.InRange(slug.Length, 1, 80);
        Assert.EndsWith("-musyawarah", slug, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_with_one_title_written_at_once_get_addresses_of_their_own()
    {
        var slugs = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await host.WriteArticleAsync(new { title = "Kerja bakti" })).Text("slug")));

        Assert.Equal(["kerja-bakti", "kerja-bakti-2", "kerja-bakti-3", "kerja-bakti-4", "kerja-bakti-5", "kerja-bakti-6"], slugs.Order());
    }

    [Fact]
    public async Task Script_without_the_key_may_not_write()
    {
        using var answer = await host.Anonymous.PostAsJsonAsync($"{NewsApi.Demo}/articles", new { title = "Masuk" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Article_without_a_title_is_told_which_field_is_wrong()
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"{NewsApi.Demo}/articles", new { summary = "Tanpa judul" }, TestContext.Current.CancellationToken);

        Assert.Contains("/title", (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_based_on_an_old_version_is_refused_and_changes_nothing()
    {
        var article = await host.WriteArticleAsync(new { title = "Jadwal ronda" });
        var address = $"{NewsApi.Demo}/articles/{article.Text("id")}";
        using var first = await host.Administrator.SendAsync(HttpMethod.Put, address, new { title = "Jadwal ronda malam" }, ifMatch: "1");
        Assert.Equal("\"2\"", first.Headers.ETag?.Tag);

        using var second = await host.Administrator.SendAsync(HttpMethod.Put, address, new { title = "Terlambat" }, ifMatch: "1");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        using var now = await host.Administrator.SendAsync(HttpMethod.Get, address);
        Assert.Equal("Jadwal ronda malam", (await now.JsonAsync(HttpStatusCode.OK)).Text("title"));
    }

    [Fact]
    public async Task Deleted_article_is_gone()
    {
        var article = await host.WriteArticleAsync(new { title = "Sebentar saja", state = "published" });
        using var deleted = await host.Administrator.SendAsync(HttpMethod.Delete, $"{NewsApi.Demo}/articles/{article.Text("id")}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await host.DemoPageAsync(article.Path(), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Article_can_be_sent_back_as_it_was_read()
    {
        var article = await host.WriteArticleAsync(new { title = "Panen raya", tags = new[] { "padi", "Padi", " panen " }, category = "Pertanian", pinned = true });
        var address = $"{NewsApi.Demo}/articles/{article.Text("id")}";

        using var answer = await host.Administrator.SendAsync(HttpMethod.Put, address, article);

        var again = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(article.GetProperty("tags").GetRawText(), again.GetProperty("tags").GetRawText());
        Assert.Equal(article.Text("publishAt"), again.Text("publishAt"));
        Assert.Equal(["padi", "panen"], again.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
    }
}
