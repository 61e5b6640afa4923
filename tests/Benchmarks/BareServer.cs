using System.Diagnostics;

namespace SmartKampung.Benchmarks;

/// <summary>Kestrel with nothing on it, answering every request with the bytes that the host sent: the limit to come close to.</summary>
sealed class BareServer : IAsyncDisposable
{
    readonly Process process;
    readonly TemporaryFolder folder;

    BareServer(Process process, TemporaryFolder folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public static async Task<BareServer> StartAsync(HttpClient client, string path)
    {
        var folder = new TemporaryFolder();
        var file = folder.Combine("body");
        await File.WriteAllBytesAsync(file, await FetchAsync(client, path));
        var command = new ProcessStartInfo("dotnet", [typeof(BareServer).Assembly.Location, "bare", file]) { RedirectStandardOutput = true };
        var process = Process.Start(command) ?? throw new InvalidOperationException("The bare server does not start.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare server ended.");
        return new(process, folder, new Uri(address));
    }

    /// <summary>What the process itself does.</summary>
    public static async Task<int> RunAsync(string file)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context.Response, body));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    static Task AnswerAsync(HttpResponse response, byte[] body)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentEncoding = "br";
        return response.Body.WriteAsync(body).AsTask();
    }

    static async Task<byte[]> FetchAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using var response = await client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }
}
