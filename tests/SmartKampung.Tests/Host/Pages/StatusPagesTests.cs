using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SmartKampung.Tests.Host.Pages;

public sealed class StatusPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_is_not_there_is_told_in_the_theme()
    {
        await using var host = await PagesHost.StartAsync(routes => routes.MapGet("/tiada", () => Page.NotFound()));

        foreach (var path in new[] { "/desa/tiada", "/desa/entah" })
        {
            var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("<h1>Tidak ada</h1>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/gagal", 500)]
    [InlineData("/rusak", 503)]
    [InlineData("/besar", 413)]
    public async Task What_handlers_throw_becomes_a_status_and_tells_nothing_of_the_inside(string path, int status)
    {
        await using var host = await PagesHost.StartAsync(routes =>
        {
            routes.MapGet("/gagal", string () => throw new InvalidOperationException("rahasia"));
            routes.MapGet("/rusak", string () => throw new StorageUnavailableException("rahasia"));
            routes.MapGet("/besar", string () => throw new BadHttpRequestException("rahasia", 413));
        });

        var answer = await host.Client.GetAsync(new Uri("/desa" + path, UriKind.Relative), Stop);

        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"<h1>{status}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_problem_details()
    {
        await using var host = await PagesHost.StartAsync();

        var answer = await host.Client.GetAsync(new Uri("/api/entah", UriKind.Relative), Stop);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Tidak ditemukan", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_what_is_not_of_the_site()
    {
        await using var host = await PagesHost.StartAsync();

        var answer = await host.Client.GetAsync(new Uri("/entah", UriKind.Relative), Stop);

        Assert.StartsWith("default-src 'none'; img-src 'self' data:", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("0", answer.Headers.GetValues("X-XSS-Protection").Single());
    }
}
