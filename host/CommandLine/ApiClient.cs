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

    /// <summary>Sends a header with every call from now on.</summary>
    public void Add(string header, string value) => http.DefaultRequestHeaders.Add(header, value);

    /// <summary>Tells why something is not even asked for.</summary>
    public int Refuse(string why)
    {
        console.Error.WriteLine(why);
        return HostCommand.Refused;
    }

    public Task<JsonNode?> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>The answer's JSON (an empty object where there is none), or null where the host refused, which is told.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8"));
        return await SendAsync(method, path, content);
    }

    /// <summary>Shows a bar on a terminal while the work tells how much of it is done.</summary>
    public Task<T> WatchAsync<T>(string what, Func<Action<double>, Task<T>> work) => ProgressBar.ShowAsync(console, what, work);

    /// <summary>Sends a file, with a bar on a terminal.</summary>
    public Task<JsonNode?> UploadAsync(string path, FileInfo file, string type) => WatchAsync(file.Name, async tell =>
    {
        using var content = new WatchedFile(file, tell);
        content.Headers.ContentType = new(type);
        return await SendAsync(HttpMethod.Post, path, content);
    });

    /// <summary>Writes what the host answers into a new file, under another name until it is whole; false where the host refused, which is told.</summary>
    public Task<bool> DownloadAsync(string path, FileInfo file) => WatchAsync(file.Name, async tell =>
    {
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode) Tell((int)answer.StatusCode, Json(await answer.Content.ReadAsStringAsync()) as JsonObject ?? []);
        return answer.IsSuccessStatusCode && await KeepAsync(answer.Content, file, tell);
    });

    async Task<bool> KeepAsync(HttpContent content, FileInfo file, Action<double> tell)
    {
        var unfinished = file.FullName + ".part";
        try
        {
            await using (var part = File.Create(unfinished))
                await WatchedCopy.RunAsync(await content.ReadAsStreamAsync(), part, content.Headers.ContentLength, tell);
            File.Move(unfinished, file.FullName);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            console.Error.WriteLine($"{file.FullName} can't be written: {failure.Message}");
            File.Delete(unfinished);
            return false;
        }
    }

    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var json = Json(text);
        if (answer.IsSuccessStatusCode) return json;
        Tell((int)answer.StatusCode, json as JsonObject ?? []);
        return null;
    }

    public void Dispose() => http.Dispose();

    static JsonNode? Json(string text) => text is ['{' or '[', ..] ? JsonNode.Parse(text) : new JsonObject();

    void Tell(int status, JsonObject problem)
    {
        console.Error.WriteLine(problem["title"]?.ToString() ?? $"The host answered {status}.");
        foreach (var error in problem["errors"] as JsonArray ?? []) console.Error.WriteLine("  " + Place(error!) + error!["detail"]);
    }

    static string Place(JsonNode error) => error switch
    {
        _ when error["file"] is { } file => error["row"] is { } row ? $"{file}, row {row}: " : $"{file}: ",
        _ when error["row"] is { } row => $"row {row}, column {error["column"]}: ",
        _ => $"{error["pointer"]}: ",
    };
}
