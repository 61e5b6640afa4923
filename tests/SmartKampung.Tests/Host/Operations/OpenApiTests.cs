using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Operations;

public sealed class OpenApiTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_description_holds_the_API_of_host_and_modules_and_no_page()
    {
        var paths = (await host.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");

        Assert.True(paths.TryGetProperty("/api/villages/{code}/modules/{id}", out _));
        Assert.All(paths.EnumerateObject(), path => Assert.Matches("^/(api|health)/", path.Name));
        var list = paths.GetProperty("/api/villages/{code}/news/articles").GetProperty("get");
        Assert.False(list.TryGetProperty("requestBody", out _));
    }

    [Fact]
    public async Task The_page_that_shows_it_loads_its_own_scripts_alone_and_runs_no_other()
    {
        using var page = await host.Anonymous.GetAsync("/openapi/");
        var html = await page.Content.ReadAsStringAsync();
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.NotEqual(policy, (await host.Anonymous.GetAsync("/openapi/")).Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync("/openapi/scalar.js")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous.GetAsync($"/{TestHost.DemoSlug}/openapi/")).StatusCode);
    }
}
