using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>Takes every module of the plugin folder through its life, and keeps whatever one of them throws with that one.</summary>
sealed partial class ModuleHost(
    PluginFolder folder, CapsuleFactory capsules, ModulePages pages, ModuleCatalog catalog, ReservedSegments reserved,
    ModuleEndpointDataSource endpoints, IServiceProvider host, ILogger<ModuleHost> log)
    : IAsyncDisposable
{
    IReadOnlyList<Module> modules = [];

    public IReadOnlyList<Module> Modules => modules;

    public IEnumerable<Capsule> Running => modules.Where(module => module.IsRunning).Select(module => module.Capsule!);

    public Capsule? Find(string id) => Running.FirstOrDefault(capsule => capsule.Id == id);

    public void Start()
    {
        var found = folder.Find();
        foreach (var module in ModuleResolver.Resolve(found)) Bring(module, found);
        modules = found;
        catalog.Publish(found);
        reserved.Add(Running.SelectMany(capsule => capsule.Manifest.Places));
        endpoints.Publish([.. Running.SelectMany(capsule => capsule.Endpoints)]);
        foreach (var module in found) Tell(module);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var capsule in Running.Reverse()) await capsule.DisposeAsync();
    }

    void Bring(Module module, IReadOnlyList<Module> found)
    {
        IDisposable? loaded = null;
        try
        {
            var required = Required(module, found);
            var entry = ModuleLoader.Load(module, [.. required.SelectMany(other => other.Contracts)]);
            loaded = entry.Context;
            module.Reach(ModuleState.Loaded);
            var capsule = capsules.Compose(module.Manifest!, entry, required);
            module.Reach(ModuleState.Composed, capsule);
            pages.Add(module);
            capsule.Endpoints = new CapsuleEndpoints(capsule, host).Map(entry.Entry);
            module.Reach(ModuleState.Mapped);
            module.Reach(ModuleState.Running);
        }
        catch (Exception failure)
        {
            loaded?.Dispose();
            LogStopped(log, failure, module.Id, module.State);
            module.Fail(failure is ModuleException ? failure.Message : $"After {module.State}: {failure.GetType().Name}: {failure.Message}");
        }
    }

    static IReadOnlyList<Capsule> Required(Module module, IReadOnlyList<Module> found) =>
    [
        .. module.Manifest!.Requires.Keys.Select(id =>
            found.FirstOrDefault(other => other.Id == id && other.IsRunning)?.Capsule ?? throw new ModuleException($"It requires '{id}', which failed.")),
    ];

    void Tell(Module module)
    {
        if (module.IsRunning) LogRunning(log, module.Id, module.Manifest!.Version, module.Capsule!.Endpoints.Count);
        else LogFailed(log, module.Id, module.Reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Module {Module} {Version} is running with {Routes} routes")]
    static partial void LogRunning(ILogger log, string module, string version, int routes);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} failed: {Reason}")]
    static partial void LogFailed(ILogger log, string module, string? reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Module {Module} stopped after {State}")]
    static partial void LogStopped(ILogger log, Exception failure, string module, ModuleState state);
}
