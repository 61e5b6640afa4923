namespace SmartKampung.Host.CommandLine;

/// <summary>The file in the data folder that tells commands where the host is that holds it.</summary>
sealed class HostAddress : IDisposable
{
    const string FileName = "host.address";

    readonly string path;
    readonly CancellationTokenRegistration started;

    HostAddress(WebApplication app, string path)
    {
        this.path = path;
        started = app.Lifetime.ApplicationStarted.Register(() => File.WriteAllText(path, Reachable(app.Urls.First())));
    }

    public static HostAddress WriteWhileRunning(WebApplication app, string folder) => new(app, Path.Combine(folder, FileName));

    /// <summary>The address that was written last; nobody may be there any more.</summary>
    public static Uri? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) && Uri.TryCreate(File.ReadAllText(path).Trim(), UriKind.Absolute, out var address) ? address : null;
    }

    public void Dispose()
    {
        started.Dispose();
        File.Delete(path);
    }

    /// <summary>A host that listens on all addresses is reached on this machine's own.</summary>
    static string Reachable(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}/";
    }
}
