using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmartKampung.Tests.Plugins.News.Import;

/// <summary>A village's old site on this machine, as far as its pictures go.</summary>
sealed class OldSite : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    int requests;

    public string Address { get; private set; } = "";

    public int Requests => Volatile.Read(ref requests);

    /// <summary>What lies there, by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Where requests are sent on to.</summary>
    public Dictionary<string, string> Redirects { get; } = [];

    /// <summary>Waited for before each answer.</summary>
    public Task Before { get; set; } = Task.CompletedTask;

    /// <summary>Ends with the first request.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static OldSite Start()
    {
        var site = new OldSite();
        site.listener.Start();
        site.Address = $"http://127.0.0.1:{((IPEndPoint)site.listener.LocalEndpoint).Port}";
        _ = site.ServeAsync();
        return site;
    }

    public void Dispose() => listener.Dispose();

    async Task ServeAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
        }
    }

    async Task AnswerAsync(TcpClient visitor)
    {
        using (visitor)
        {
            var stream = visitor.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            Interlocked.Increment(ref requests);
            Asked.TrySetResult();
            await Before;
            var file = Files.GetValueOrDefault(path);
            var head = Redirects.GetValueOrDefault(path) is { } next ? $"302 Found\r\nLocation: {next}" : file is null ? "404 Not Found" : "200 OK";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nContent-Length: {file?.Length ?? 0}\r\nConnection: close\r\n\r\n"));
            await stream.WriteAsync(file ?? []);
        }
    }
}
