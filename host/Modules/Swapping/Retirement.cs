using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>Lets the last requests of capsules end that were replaced or removed, and disposes them.</summary>
sealed partial class Retirement(
    RequestGenerations generations, IDocumentStore store, IOptions<ModuleLimitOptions> options, TimeProvider clock, ILogger<Retirement> log) : IAsyncDisposable
{
    readonly ConcurrentDictionary<Capsule, Task> leaving = new();
    readonly ConcurrentBag<(string Module, WeakReference LoadContext)> gone = [];

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

    public async Task WhenDoneAsync() => await Task.WhenAll(leaving.Values);

    public async ValueTask DisposeAsync() => await WhenDoneAsync();

    async Task RetireAsync(Capsule capsule, Task ended)
    {
        await Task.Yield();
        await DrainAsync(capsule, ended).WaitAsync(TimeSpan.FromSeconds(options.Value.DrainSeconds), clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted || !capsule.IsEmpty) LogCut(log, capsule.Id, options.Value.DrainSeconds);
        try
        {
            store.Release(capsule.Documents);
            store.Release(capsule.ReadModels);
            await capsule.DisposeAsync();
        }
        catch (Exception failure)
        {
            LogNotDisposed(log, failure, capsule.Id);
        }

        gone.Add((capsule.Id, capsule.LoadContext));
        leaving.TryRemove(capsule, out _);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    static async Task DrainAsync(Capsule capsule, Task ended)
    {
        await ended;
        await Task.WhenAll(capsule.Requests.WhenEmptyAsync(), capsule.Background.WhenEmptyAsync());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The earlier version of module {Module} was disposed after {Seconds} s, though calls are still in it")]
    static partial void LogCut(ILogger log, string module, int seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The earlier version of module {Module} threw when it was disposed")]
    static partial void LogNotDisposed(ILogger log, Exception failure, string module);
}
