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
        started = app.Lifetime.ApplicationStarted.Register(() => Write(Reachable(app.Urls.First())));
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

    // A command that reads while this is written would find nobody and try the folder itself.
    void Write(string address)
    {
        var unfinished = path + ".part";
        File.WriteAllText(unfinished, address);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>A host that listens on all addresses is reached on this machine's own.</summary>
    static string Reachable(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}/";
    }
}
