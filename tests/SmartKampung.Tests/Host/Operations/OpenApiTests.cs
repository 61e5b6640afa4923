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
    public async Task The_description_says_whose_it_is_and_where_it_lies_and_who_needs_the_key()
    {
        var api = await host.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal("SmartKampung API", api.GetProperty("info").GetProperty("title").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", api.GetProperty("info").GetProperty("version").GetString());
        Assert.Equal(host.Address, new Uri(api.GetProperty("servers")[0].GetProperty("url").GetString()!));
        Assert.False(NeedsKey(api, "/api/villages", "get"));
        Assert.True(NeedsKey(api, "/api/villages", "post"));
        Assert.False(NeedsKey(api, "/api/villages/{code}/news/articles", "get"));
        Assert.True(NeedsKey(api, "/api/villages/{code}/news/articles", "post"));
    }

    [Fact]
    public async Task An_installation_with_an_address_of_its_own_is_called_there()
    {
        await using var installation = await TestHost.StartAsync(null, "--Site:Address", "https://desa.example", "--Site:Name", "Desa Kita");

        var api = await installation.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal("Desa Kita API", api.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("https://desa.example", Assert.Single(api.GetProperty("servers").EnumerateArray()).GetProperty("url").GetString());
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

    static bool NeedsKey(JsonElement api, string path, string method) =>
        api.GetProperty("paths").GetProperty(path).GetProperty(method).TryGetProperty("security", out var security)
        && security[0].TryGetProperty("administratorKey", out _);
}
