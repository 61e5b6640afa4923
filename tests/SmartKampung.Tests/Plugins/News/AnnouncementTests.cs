using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Plugins.News;

public sealed class AnnouncementTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Announcement_stands_on_the_home_page_until_its_end()
    {
        using var answer = await WriteAsync(new { title = "Listrik padam", until = host.Clock.GetUtcNow().AddHours(3), link = "/agenda" });
        Assert.NotNull(answer.Headers.Location);
        Assert.Contains("Listrik padam.", await host.DemoPageAsync("/"), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromHours(4));

        Assert.DoesNotContain("Listrik padam", await host.DemoPageAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Listrik padam", await host.DemoPageAsync("/pengumuman"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//jahat.example")]
    [InlineData("agenda")]
    public async Task Link_must_lead_to_a_page(string link)
    {
        using var answer = await WriteAsync(new { title = "Tautan", until = host.Clock.GetUtcNow().AddDays(1), link });

        Assert.Contains("/link", (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetRawText(), StringComparison.Ordinal);
    }

    Task<HttpResponseMessage> WriteAsync(object announcement) =>
        host.Administrator.PostAsJsonAsync($"{NewsApi.Demo}/announcements", announcement, TestContext.Current.CancellationToken);
}
