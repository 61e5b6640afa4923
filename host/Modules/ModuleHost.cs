using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>
/// Takes every module of the plugin folder through its life, at the start and whenever the folder is read again, and keeps whatever one of them
/// throws with that one.
/// </summary>
sealed partial class ModuleHost(
    PluginFolder folder, PluginCopies copies, ModuleStart starts, ModulePages pages, ModuleCatalog catalog, ReservedSegments reserved,
    ModuleEndpointDataSource endpoints, Retirement retirement, ILogger<ModuleHost> log)
    : IAsyncDisposable
{
    readonly SemaphoreSlim oneByOne = new(1);
    volatile IReadOnlyList<Module> modules = [];
    Action<Capsule> arrived = _ => { };

    public IReadOnlyList<Module> Modules => modules;

    public IEnumerable<Capsule> Running => modules.Where(module => module.IsRunning).Select(module => module.Capsule!);

    public Capsule? Find(string id) => Running.FirstOrDefault(capsule => capsule.Id == id);

    /// <summary>Called when a module came, or came back in another version.</summary>
    public void OnArrived(Action<Capsule> listener) => arrived += listener;

    public async Task StartAsync()
    {
        await RescanAsync(CancellationToken.None);
        copies.Clean(Running.Select(capsule => capsule.Folder));
    }

    /// <summary>
    /// Reads the plugin folder again: new modules come, changed ones are replaced, missing ones go. The next request sees it; the last requests of
    /// what went end by themselves. A version that can't run leaves the one before it running.
    /// </summary>
    public async Task<IReadOnlyList<ModuleChange>> RescanAsync(CancellationToken stop)
    {
        await oneByOne.WaitAsync(stop);
        try
        {
            var before = modules;
            var next = new Succession(before, folder.Find());
            foreach (var module in ModuleResolver.Resolve(next.Found)) await BringAsync(module, next);
            next.KeepWhatRan();
            Publish(next);
            return next.Changes();
        }
        finally
        {
            oneByOne.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await retirement.EndAsync(Running.Reverse());
        oneByOne.Dispose();
    }

    async Task BringAsync(Module module, Succession next)
    {
        try
        {
            module.Fingerprint = PluginCopies.FingerprintOf(module.Folder);
            module.Required = next.RequiredBy(module);
            if (next.Unchanged(module) is { } same) module.Continue(same);
            else module.Run(await starts.RunAsync(module));
        }
        catch (Exception failure) when (failure is ModuleException or IOException or UnauthorizedAccessException)
        {
            module.Fail(failure.Message);
            next.KeepWhatRan(module);
        }
    }

    void Publish(Succession next)
    {
        foreach (var capsule in next.Come) pages.Publish(capsule);
        modules = next.Found;
        catalog.Publish(next.Found);
        reserved.SetPlaces(Running.SelectMany(capsule => capsule.Manifest.Places));
        endpoints.Publish([.. Running.SelectMany(capsule => capsule.Endpoints)]);
        foreach (var capsule in next.Gone.Where(capsule => Find(capsule.Id) is null)) pages.Remove(capsule.Id);
        retirement.Begin(next.Gone);
        foreach (var capsule in next.Come) arrived(capsule);
        foreach (var module in next.Found) Tell(module, next);
    }

    void Tell(Module module, Succession next)
    {
        if (!module.IsRunning) LogFailed(log, module.Id, module.Reason);
        else if (module.Reason is not null) LogKept(log, module.Id, module.Manifest!.Version, module.Reason);
        else if (next.Come.Contains(module.Capsule)) LogRunning(log, module.Id, module.Manifest!.Version, module.Capsule!.Endpoints.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Module {Module} {Version} is running with {Routes} routes")]
    static partial void LogRunning(ILogger log, string module, string version, int routes);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} failed: {Reason}")]
    static partial void LogFailed(ILogger log, string module, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} goes on with version {Version}: {Reason}")]
    static partial void LogKept(ILogger log, string module, string version, string reason);
}
