namespace SmartKampung.Host.Modules;

/// <summary>While developing, looks at the plugin folder again once nothing in it has changed for a moment.</summary>
sealed partial class WatchPlugins(PluginFolder folder, ModuleHost modules, IHostEnvironment environment, TimeProvider clock, ILogger<WatchPlugins> log)
    : IHostedService, IDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    FileSystemWatcher? watcher;
    ITimer? quiet;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || !Directory.Exists(folder.Path)) return Task.CompletedTask;
        quiet = clock.CreateTimer(_ => _ = RescanAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watcher = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => Wait();
        watcher.Created += (_, _) => Wait();
        watcher.Deleted += (_, _) => Wait();
        watcher.Renamed += (_, _) => Wait();
        watcher.EnableRaisingEvents = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        watcher?.Dispose();
        quiet?.Dispose();
    }

    void Wait() => quiet?.Change(Quiet, Timeout.InfiniteTimeSpan);

    async Task RescanAsync()
    {
        try
        {
            await modules.RescanAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogFailed(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The plugin folder could not be read again")]
    static partial void LogFailed(ILogger log, Exception failure);
}
