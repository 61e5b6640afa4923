using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace SmartKampung.Tests;

/// <summary>The host as a process of its own, started as an operator starts it.</summary>
sealed class HostProcess : IAsyncDisposable
{
    const string Listening = "Now listening on: ";
    readonly Process process;
    readonly string data;
    readonly ConcurrentQueue<string> output = new();
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    HostProcess(string data, ProcessStartInfo start)
    {
        this.data = data;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The host ended:\n" + Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output);

    public int Id => process.Id;

    /// <summary>Starts the host and waits until it answers; throws with what it said when it ends instead.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="published">The folder that the host was published to; without it, the host that the tests were built with.</param>
    /// <param name="plugins">The folder of the modules; without it, the news alone beside a built host, all beside a published one.</param>
    /// <param name="options">More of the command line.</param>
    public static Task<HostProcess> StartAsync(string data, string? published = null, string? plugins = null, params string[] options) =>
        StartAsync(data, published is null ? BuiltHost(data, plugins ?? NewsAlone.Folder, options) : PublishedHost(published, data, plugins, options));

    /// <summary>Starts the host by another command that becomes it, such as one that traces it or limits what it may use.</summary>
    public static Task<HostProcess> StartBehindAsync(string[] front, string data)
    {
        var start = BuiltHost(data, NewsAlone.Folder, []);
        string[] command = [.. front, start.FileName, .. start.ArgumentList];
        start.FileName = command[0];
        start.ArgumentList.Clear();
        foreach (var word in command.Skip(1)) start.ArgumentList.Add(word);
        return StartAsync(data, start);
    }

    /// <summary>Starts the host and waits for nothing, to see how it fails.</summary>
    public static HostProcess Launch(string data, params string[] options) => new(data, BuiltHost(data, NewsAlone.Folder, options));

    public Task<Uri> AddressAsync() => address.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public async Task<HttpClient> AnonymousAsync() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await AddressAsync() };

    public async Task<HttpClient> AdministratorAsync()
    {
        var client = await AnonymousAsync();
        var key = await File.ReadAllTextAsync(Path.Combine(data, "admin.key"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        return client;
    }

    /// <summary>Ends the host by SIGKILL, as when the machine's memory ran out.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends the host by SIGTERM, as systemd does, and tells its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await ExitCodeAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    static async Task<HostProcess> StartAsync(string data, ProcessStartInfo start)
    {
        var host = new HostProcess(data, start);
        await host.AddressAsync();
        return host;
    }

    static ProcessStartInfo BuiltHost(string data, string plugins, string[] options) => Command(data, AppContext.BaseDirectory, ["--plugins", plugins, .. options]);

    static ProcessStartInfo PublishedHost(string published, string data, string? plugins, string[] options) =>
        Command(data, published, plugins is null ? options : ["--plugins", plugins, .. options]);

    static ProcessStartInfo Command(string data, string folder, params string[] more) =>
        new("dotnet", [Path.Combine(folder, "SmartKampung.Host.dll"), "--data", data, "--urls", "http://127.0.0.1:0", .. more])
        {
            Environment = { ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" },
            WorkingDirectory = data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    void Read(string? line)
    {
        if (line is null) return;
        output.Enqueue(line);
        var start = line.IndexOf(Listening, StringComparison.Ordinal);
        if (start >= 0) address.TrySetResult(new Uri(line[(start + Listening.Length)..].Trim()));
    }
}
