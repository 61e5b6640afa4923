using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Operations;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>Lets the last requests of capsules end that were replaced or removed, and disposes them.</summary>
sealed partial class Retirement : IDisposable
{
    readonly RequestGenerations generations;
    readonly IDocumentStore store;
    readonly IPageEvictions pages;
    readonly ModuleCaches caches;
    readonly ModuleLimitOptions limits;
    readonly TimeProvider clock;
    readonly ILogger log;
    readonly CancellationTokenSource hurry = new();
    readonly ConcurrentDictionary<Capsule, Task> leaving = new();
    readonly ConcurrentBag<(string Module, WeakReference LoadContext)> gone = [];

    public Retirement(
        RequestGenerations generations, IDocumentStore store, IPageEvictions pages, ModuleCaches caches, IOptions<ModuleLimitOptions> options, TimeProvider clock, IMeterFactory meters, ILogger<Retirement> log)
    {
        (this.generations, this.store, this.pages, this.caches, limits, this.clock, this.log) = (generations, store, pages, caches, options.Value, clock, log);
        meters.Create(Telemetry.Name).CreateObservableGauge(
            "smartkampung.module.earlier_versions", StillLoaded, "{version}", "Versions that were replaced and are still in memory.");
    }

    /// <summary>Capsules whose last requests may still be under way.</summary>
    public IEnumerable<Capsule> Leaving => leaving.Keys;

    /// <summary>How many earlier versions of a module have been disposed, and how many of them are still in memory.</summary>
    public (int Disposed, int StillLoaded) EarlierOf(string module)
    {
        var earlier = gone.Where(entry => entry.Module == module).ToList();
        return (earlier.Count, earlier.Count(entry => entry.LoadContext.IsAlive));
    }

    /// <summary>Begins to retire capsules that no new request can find any more.</summary>
    public void Begin(IReadOnlyList<Capsule> capsules)
    {
        if (capsules.Count == 0) return;
        var ended = generations.AdvanceAsync();
        foreach (var capsule in capsules) leaving[capsule] = RetireAsync(capsule, ended);
    }

    public Task WhenDoneAsync() => Task.WhenAll(leaving.Values);

    /// <summary>Disposes what is left without waiting for calls any longer: the host stops.</summary>
    public async Task EndAsync(IEnumerable<Capsule> running)
    {
        await hurry.CancelAsync();
        await WhenDoneAsync();
        foreach (var capsule in running) await DisposeAsync(capsule);
    }

    public void Dispose() => hurry.Dispose();

    async Task RetireAsync(Capsule capsule, Task ended)
    {
        await Task.Yield();
        await DrainAsync(capsule, ended).WaitAsync(TimeSpan.FromSeconds(limits.DrainSeconds), clock, hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted || !capsule.IsEmpty) LogCut(log, capsule.Id);
        pages.EvictAll();
        caches.Forget(capsule.Id);
        store.Release(capsule.Documents);
        store.Release(capsule.PortalDocuments);
        await DisposeAsync(capsule);
        gone.Add((capsule.Id, capsule.LoadContext));
        leaving.TryRemove(capsule, out _);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    /// <summary>Services of the module are disposed, which may throw or never come back like anything else of it.</summary>
    async Task DisposeAsync(Capsule capsule)
    {
        try
        {
            await Task.Run(async () => await capsule.DisposeAsync()).WaitAsync(TimeSpan.FromSeconds(limits.StartSeconds), clock);
        }
        catch (Exception failure)
        {
            LogNotDisposed(log, failure, capsule.Id);
        }
    }

    IEnumerable<Measurement<int>> StillLoaded() =>
        gone.GroupBy(entry => entry.Module).Select(module => new Measurement<int>(module.Count(entry => entry.LoadContext.IsAlive), KeyValuePair.Create<string, object?>("module", module.Key)));

    static async Task DrainAsync(Capsule capsule, Task ended)
    {
        await ended;
        await Task.WhenAll(capsule.Requests.WhenEmptyAsync(), capsule.Background.WhenEmptyAsync());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An earlier version of module {Module} is disposed, though calls are still in it")]
    static partial void LogCut(ILogger log, string module);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} could not be disposed")]
    static partial void LogNotDisposed(ILogger log, Exception failure, string module);
}
