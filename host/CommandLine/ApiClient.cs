using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.CommandLine;

/// <summary>Calls the host's API with the administrator key and tells what it refuses.</summary>
sealed class ApiClient : IDisposable
{
    readonly HttpClient http;
    readonly InvocationConfiguration console;

    ApiClient(Uri address, string folder, InvocationConfiguration console)
    {
        this.console = console;
        http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new("Bearer", File.ReadAllText(AdministratorKey.PathIn(folder)).Trim());
        http.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
    }

    public TextWriter Output => console.Output;

    public static ApiClient Of(Uri address, string folder, InvocationConfiguration console) => new(address, folder, console);

    /// <summary>The host that holds the folder, or null where none is running.</summary>
    public static async Task<ApiClient?> OfRunningHostAsync(string folder, InvocationConfiguration console)
    {
        if (HostAddress.Read(folder) is not { } address || !File.Exists(AdministratorKey.PathIn(folder))) return null;
        var client = new ApiClient(address, folder, console);
        try
        {
            using var answer = await client.http.GetAsync("api/regency/modules");
            if (answer.IsSuccessStatusCode) return client;
        }
        catch (HttpRequestException)
        {
            console.Error.WriteLine($"No host answers at {address}; working on the folder itself.");
        }

        client.Dispose();
        return null;
    }

    public Task<JsonNode?> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>The answer's JSON (an empty object where there is none), or null where the host refused, which is told.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8"));
        return await SendAsync(method, path, content);
    }

    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var json = text is ['{' or '[', ..] ? JsonNode.Parse(text) : new JsonObject();
        if (answer.IsSuccessStatusCode) return json;
        Tell((int)answer.StatusCode, json as JsonObject ?? []);
        return null;
    }

    public void Dispose() => http.Dispose();

    void Tell(int status, JsonObject problem)
    {
        console.Error.WriteLine(problem["title"]?.ToString() ?? $"The host answered {status}.");
        foreach (var error in problem["errors"] as JsonArray ?? []) console.Error.WriteLine("  " + Place(error!) + error!["detail"]);
    }

    static string Place(JsonNode error) => error["row"] is { } row ? $"row {row}, column {error["column"]}: " : $"{error["pointer"]}: ";
}
