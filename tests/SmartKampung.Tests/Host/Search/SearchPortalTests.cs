using SmartKampung.Tests.Host.Background;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Search;

/// <summary>The portal's search over the news of all villages.</summary>
public sealed class SearchPortalTests : PortalNews
{
    [Fact]
    public async Task News_of_every_village_is_found_by_its_words_and_leads_into_the_village()
    {
        await WriteAsync("Panggung rakyat", "<p>Warga mendirikan panggung dari bambu.</p>");

        var page = await SearchAsync("pendirian+bambu");

        Assert.Contains("href=\"/sarongan/berita/panggung-rakyat\"", page, StringComparison.Ordinal);
        Assert.Contains("<mark>mendirikan</mark> panggung dari <mark>bambu</mark>", page, StringComparison.Ordinal);
        Assert.Contains("Sarongan, Pesanggaran", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_are_found_by_name_beside_the_news()
    {
        var page = await SearchAsync("sarongan");
        Assert.Contains("href=\"/sarongan\"", page, StringComparison.Ordinal);
        Assert.Contains("1 hasil", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_or_switched_off_is_not_found_at_the_portal()
    {
        await WriteAsync("Konsep lumbungsari", "", "draft");
        await WriteAsync("Jadwal lumbungsari", "", publishAt: Host.Clock.GetUtcNow().AddDays(1));
        Assert.Contains("0 hasil", await SearchAsync("lumbungsari"), StringComparison.Ordinal);

        Host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("Jadwal <mark>lumbungsari</mark>", await SearchAsync("lumbungsari"), StringComparison.Ordinal);

        (await Host.Administrator.DeleteAsync($"{Sarongan}/modules/news")).EnsureSuccessStatusCode();
        Assert.Contains("0 hasil", await SearchAsync("lumbungsari"), StringComparison.Ordinal);
    }

    async Task WriteAsync(string title, string body, string state = "published", DateTimeOffset? publishAt = null) =>
        await Host.WriteArticleAsync(new { title, body, state, publishAt }, $"{Sarongan}/news");

    Task<string> SearchAsync(string words) => PortalAsync($"/cari?cari={words}");
}
