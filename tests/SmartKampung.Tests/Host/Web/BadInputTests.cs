using System.Net;
using System.Text;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Web;

public sealed class BadInputTests(TestHost host) : IClassFixture<TestHost>
{
    const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Fact]
    public async Task Hostile_text_in_each_field_shows_as_text()
    {
        var article = await host.WriteArticleAsync(new
        {
            title = Hostile, summary = Hostile, body = $"<p>Aman</p>{Hostile}", category = Hostile, tags = new[] { Hostile }, author = Hostile, state = "published",
        });

        foreach (var path in (string[])["", "/berita", article.Path(), "/cari?cari=alert", "/cari?cari=" + Uri.EscapeDataString(Hostile), "/en/berita"])
        {
            var page = await host.DemoPageAsync(path);
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onerror=alert(1)>", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Village_that_does_not_exist_is_answered_with_the_nearest_names()
    {
        var page = await host.PageAsync("/tamansary", HttpStatusCode.NotFound);

        Assert.Contains("href=\"/tamansari-licin\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/tamansari-tegalsari\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_of_a_village_leads_to_its_address()
    {
        using var answer = await host.Anonymous.GetAsync(new Uri("/35.10.24.2008/berita", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/tamansari-licin/berita", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public Task Address_that_is_too_long_is_refused() =>
        host.PageAsync("/" + new string('a', 20_000), HttpStatusCode.RequestUriTooLong);

    [Fact]
    public async Task Body_that_is_too_large_is_refused()
    {
        using var content = new StringContent($"{{\"name\":\"{new string('a', 40_000_000)}\"}}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/villages") { Content = content, Headers = { ExpectContinue = true } };
        using var answer = await host.Administrator.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
