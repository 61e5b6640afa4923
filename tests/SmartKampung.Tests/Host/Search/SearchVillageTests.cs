using System.Net;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Search;

/// <summary>The search of a village, as its readers meet it.</summary>
public sealed class SearchVillageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_article_is_found_by_any_form_of_a_word_of_its_body_and_the_word_is_marked()
    {
        await host.WriteArticleAsync(new { title = "Gapura dusun", body = $"<p>{new string('x', 300)} Warga membangun serambi.</p>", state = "published" });

        var page = await host.DemoPageAsync("/cari?cari=pembangunan+seram");

        Assert.Contains("Gapura dusun", page, StringComparison.Ordinal);
        Assert.Contains("Warga <mark>membangun</mark> <mark>serambi</mark>", page, StringComparison.Ordinal);
        Assert.Contains("1 hasil untuk “pembangunan seram”", page, StringComparison.Ordinal);
        Assert.Contains("Gapura dusun", await host.DemoPageAsync("/berita?cari=pembangunan+seram"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_is_never_found()
    {
        var tomorrow = host.Clock.GetUtcNow().AddDays(1);
        await host.WriteArticleAsync(new { title = "Konsep lumbungsari", state = "draft" });
        await host.WriteArticleAsync(new { title = "Jadwal lumbungsari", state = "published", publishAt = tomorrow });
        await host.WriteArticleAsync(new { title = "Arsip lumbungsari", state = "archived" });

        foreach (var path in new[] { "/cari?cari=lumbungsari", "/berita?cari=lumbungsari" })
            Assert.DoesNotContain(" lumbungsari", MainOf(await host.DemoPageAsync(path)).Replace("“lumbungsari”", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var answer = await host.PageAsync($"{NewsApi.Demo}/articles?search=lumbungsari");
        Assert.Contains("\"total\":0", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_stands_before_a_text_and_the_newer_of_two_first()
    {
        var now = host.Clock.GetUtcNow();
        await host.WriteArticleAsync(new { title = "Ketiga", body = "<p>randusari</p>", state = "published", publishAt = now.AddDays(-2) });
        await host.WriteArticleAsync(new { title = "Kedua", body = "<p>randusari</p>", state = "published", publishAt = now.AddDays(-1) });
        await host.WriteArticleAsync(new { title = "Pertama randusari", state = "published", publishAt = now.AddDays(-3) });

        foreach (var path in new[] { "/cari?cari=randusari", "/berita?cari=randusari" })
        {
            var page = MainOf(await host.DemoPageAsync(path));
            var places = new[] { "Pertama", "Kedua", "Ketiga" }.Select(title => page.IndexOf(title, StringComparison.Ordinal)).ToList();
            Assert.All(places, place => Assert.True(place > 0));
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public async Task Many_hits_come_by_pages()
    {
        for (var i = 0; i < 23; i++) await host.WriteArticleAsync(new { title = $"Kabar gununggede {i}", state = "published" });

        Assert.Contains("23 hasil", await host.DemoPageAsync("/cari?cari=gununggede"), StringComparison.Ordinal);
        var second = await host.DemoPageAsync("/cari?cari=gununggede&halaman=2");
        Assert.Equal(3, second.Split("<mark>gununggede</mark>").Length - 1);
        await host.DemoPageAsync("/cari?cari=gununggede&halaman=3", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Officials_and_hamlets_are_found_in_the_profile() =>
        Assert.Contains("/tamansari-licin/profil\"", MainOf(await host.DemoPageAsync("/cari?cari=dusun")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("%20%20")]
    [InlineData("%22")]
    [InlineData("%00%01%02")]
    [InlineData("%EF%BF%BE")]
    [InlineData("kopi%27%20OR%201=1--")]
    [InlineData("*%3F+-%22~%5E")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Whatever_is_typed_is_answered_by_a_page(string typed)
    {
        foreach (var path in new[] { "/tamansari-licin/cari", "/tamansari-licin/berita", "/cari", "/tamansari-licin/en/cari" })
            Assert.DoesNotContain("<script>alert", await host.PageAsync($"{path}?cari={typed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_stand_in_every_text_are_told_to_be_too_common()
    {
        Assert.Contains("Kata-kata ini ada di setiap tulisan", await host.DemoPageAsync("/cari?cari=yang+ataupun"), StringComparison.Ordinal);
        Assert.Contains("These words stand in every text", await host.PageAsync("/tamansari-licin/en/cari?cari=yang+ataupun"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000, HttpStatusCode.OK)]
    [InlineData(10_000, HttpStatusCode.RequestUriTooLong)]
    public async Task A_text_instead_of_a_word_gets_a_page(int length, HttpStatusCode expected)
    {
        using var answer = await host.Anonymous.GetAsync(new Uri("/tamansari-licin/cari?cari=" + new string('a', length), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }

    static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
}
