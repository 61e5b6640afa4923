using System.Threading.Channels;

namespace SmartKampung.Host.Background;

/// <summary>Names what has work to do. Each is worked on by one at a time, and once more where it was named again meanwhile.</summary>
sealed class WorkQueue<T> where T : notnull
{
    readonly Channel<T> waiting = Channel.CreateUnbounded<T>();
    readonly Dictionary<T, bool> named = [];
    TaskCompletionSource idle = Finished();

    /// <summary>Ends once nothing is named that was named before this was asked for.</summary>
    public Task Idle
    {
        get
        {
            lock (named) return idle.Task;
        }
    }

    public void Add(T item)
    {
        lock (named)
        {
            if (named.Count == 0) idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (named.TryAdd(item, false)) waiting.Writer.TryWrite(item);
            else named[item] = true;
        }
    }

    /// <summary>Takes one item after the other until it is stopped, working on several at once.</summary>
    public Task RunAsync(int workers, Func<T, CancellationToken, Task> work, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(work, stop)));

    async Task WorkAsync(Func<T, CancellationToken, Task> work, CancellationToken stop)
    {
        await foreach (var item in waiting.Reader.ReadAllAsync(stop))
        {
            lock (named) named[item] = false;
            try
            {
                await work(item, stop);
            }
            finally
            {
                Finish(item);
            }
        }
    }

    void Finish(T item)
    {
        lock (named)
        {
            if (named[item]) waiting.Writer.TryWrite(item);
            else named.Remove(item);
            if (named.Count == 0) idle.TrySetResult();
        }
    }

    static TaskCompletionSource Finished()
    {
        var finished = new TaskCompletionSource();
        finished.SetResult();
        return finished;
    }
}
