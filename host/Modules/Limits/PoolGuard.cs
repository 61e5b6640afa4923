namespace SmartKampung.Host.Modules;

/// <summary>
/// Keeps threads for everybody else while calls into modules may be holding theirs: the pool itself adds about one a second. It watches from
/// a thread of its own, since one of the pool would wait in the same queue.
/// </summary>
sealed class PoolGuard(ModuleMetrics calls) : IHostedService, IDisposable
{
    // A module's page takes milliseconds; what takes longer waits for something, and perhaps on its thread.
    static readonly TimeSpan Suspicious = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Two for each, so that a pool of two threads has grown to hundreds within a second.
    const int ThreadsForEach = 2;

    readonly ManualResetEventSlim stopping = new();
    readonly int usual = UsualThreads();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        new Thread(Watch) { IsBackground = true, Name = "Pool guard" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stopping.Set();
        return Task.CompletedTask;
    }

    public void Dispose() => stopping.Set();

    void Watch()
    {
        var set = usual;
        while (!stopping.Wait(Pause))
        {
            var wanted = usual + ThreadsForEach * calls.CountOlderThan(Suspicious);
            if (wanted != set) Set(set = wanted);
        }

        if (set != usual) Set(usual);
    }

    static int UsualThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out _);
        return workers;
    }

    static void Set(int workers)
    {
        ThreadPool.GetMinThreads(out _, out var completions);
        ThreadPool.SetMinThreads(workers, completions);
    }
}
