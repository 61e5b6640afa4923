using System.Runtime.Loader;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Modules;

/// <summary>
/// Loads, composes and maps a module on a thread of its own, within a time. Nothing of it is seen by anybody until it is published.
/// </summary>
sealed partial class ModuleStart(
    PluginCopies copies, IModuleLoader loader, CapsuleFactory capsules, ModulePages pages, ModuleMetrics metrics, IOptions<ModuleLimitOptions> options, TimeProvider clock,
    IServiceProvider host, ILogger<ModuleStart> log)
{
    /// <exception cref="ModuleException">Why it can't run.</exception>
    public async Task<Capsule> RunAsync(Module module)
    {
        var manifest = module.Manifest!;
        var folder = copies.Take(module.Folder, manifest, module.Fingerprint);
        var progress = new Progress();
        var starting = Task.Factory.StartNew(() => Bring(manifest, folder, module.Required, progress), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await starting.WaitAsync(TimeSpan.FromSeconds(options.Value.StartSeconds), clock);
        }
        catch (TimeoutException) when (!starting.IsCompleted)
        {
            metrics.LoseThread(manifest.Id);
            _ = DisposeLateAsync(starting, manifest.Id);
            throw new ModuleException($"After {progress.Reached} it did not come back within {options.Value.StartSeconds} s; its thread is lost until the host restarts.");
        }
        catch (Exception failure) when (failure is not ModuleException)
        {
            LogStopped(log, failure, manifest.Id, progress.Reached);
            throw new ModuleException($"After {progress.Reached}: {failure.GetType().Name}: {failure.Message}", failure);
        }
    }

    Capsule Bring(ModuleManifest manifest, string folder, IReadOnlyList<Capsule> required, Progress progress)
    {
        var loaded = loader.Load(folder, manifest, [.. required.SelectMany(other => other.Contracts)]);
        try
        {
            progress.Reached = ModuleState.Loaded;
            var capsule = capsules.Compose(manifest, loaded, required);
            progress.Reached = ModuleState.Composed;
            capsule.Folder = folder;
            capsule.LoadContext = new WeakReference(AssemblyLoadContext.GetLoadContext(loaded.Entry.GetType().Assembly));
            capsule.Pages = pages.Read(manifest, folder);
            capsule.Endpoints = new CapsuleEndpoints(capsule, host).Map(loaded.Entry);
            return capsule;
        }
        catch
        {
            loaded.Context.Dispose();
            throw;
        }
    }

    async Task DisposeLateAsync(Task<Capsule> starting, string module)
    {
        try
        {
            await (await starting).DisposeAsync();
        }
        catch (Exception failure)
        {
            LogStopped(log, failure, module, ModuleState.Failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Module {Module} stopped after {State}")]
    static partial void LogStopped(ILogger log, Exception failure, string module, ModuleState state);

    sealed class Progress
    {
        public volatile ModuleState Reached = ModuleState.Resolved;
    }
}
