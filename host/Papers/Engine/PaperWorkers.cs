using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Papers;

/// <summary>The processes that make papers: begun when they are needed, kept while there is work, ended after a while without and with the host.</summary>
sealed class PaperWorkers : IDisposable
{
    const int MostPapers = 500;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    readonly PaperOptions options;
    readonly TimeProvider clock;
    readonly Lock gate = new();
    readonly List<PaperWorker> idle = [];
    readonly HashSet<PaperWorker> all = [];
    readonly ITimer looks;
    bool isOver;

    public PaperWorkers(IOptions<PaperOptions> options, TimeProvider clock)
    {
        (this.options, this.clock) = (options.Value, clock);
        looks = clock.CreateTimer(_ => EndIdle(), null, BetweenLooks, BetweenLooks);
    }

    /// <summary>How many processes there are.</summary>
    public int Count
    {
        get { lock (gate) return all.Count; }
    }

    /// <summary>Their process ids, for tests that end one.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get { lock (gate) return [.. all.Select(worker => worker.ProcessId)]; }
    }

    /// <exception cref="PaperException">None can be started.</exception>
    public async Task<PaperWorker> TakeAsync(CancellationToken stop)
    {
        while (TakeIdle() is { } kept)
        {
            if (kept.IsAlive) return kept;
            End(kept);
        }

        var worker = await PaperWorker.StartAsync(options, stop);
        Add(worker);
        return worker;
    }

    /// <summary>Memory that the library does not give back goes with the process.</summary>
    public void GiveBack(PaperWorker worker)
    {
        if (worker.Made >= MostPapers) End(worker);
        lock (gate)
        {
            if (isOver || !all.Contains(worker)) return;
            worker.IdleSince = clock.GetUtcNow();
            idle.Add(worker);
        }
    }

    public void End(PaperWorker worker)
    {
        lock (gate) all.Remove(worker);
        worker.Dispose();
    }

    /// <summary>Ends those that had nothing to do for a while.</summary>
    public void EndIdle()
    {
        PaperWorker[] over;
        lock (gate)
        {
            var since = clock.GetUtcNow() - TimeSpan.FromMinutes(options.IdleMinutes);
            over = [.. idle.Where(worker => worker.IdleSince <= since)];
            idle.RemoveAll(over.Contains);
        }

        foreach (var worker in over) End(worker);
    }

    public void Dispose()
    {
        looks.Dispose();
        PaperWorker[] left;
        lock (gate)
        {
            isOver = true;
            left = [.. all];
            idle.Clear();
        }

        foreach (var worker in left) End(worker);
    }

    /// <summary>The one that worked last, so that the others can end.</summary>
    PaperWorker? TakeIdle()
    {
        lock (gate)
        {
            if (idle.Count == 0) return null;
            var last = idle[^1];
            idle.RemoveAt(idle.Count - 1);
            return last;
        }
    }

    void Add(PaperWorker worker)
    {
        lock (gate)
        {
            if (!isOver && all.Add(worker)) return;
        }

        worker.Dispose();
        throw new OperationCanceledException("The host ends.");
    }
}
