using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Plugins.News;

/// <summary>Writes a village's news as a script of the village would.</summary>
static class NewsApi
{
    public const string Demo = $"/api/villages/{TestHost.DemoCode}/news";

    public static async Task<JsonElement> WriteArticleAsync(this TestHost host, object article, string api = Demo)
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"{api}/articles", article, TestContext.Current.CancellationToken);
        return await answer.JsonAsync(HttpStatusCode.Created);
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<string> PageAsync(this TestHost host, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await host.Anonymous.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{address}: {answer.StatusCode}: {text}");
        return text;
    }

    public static Task<string> DemoPageAsync(this TestHost host, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        host.PageAsync($"/{TestHost.DemoSlug}{path}", expected);

    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString() ?? "";

    public static string Path(this JsonElement article) => $"/berita/{article.Text("slug")}";
}
