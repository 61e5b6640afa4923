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
}
