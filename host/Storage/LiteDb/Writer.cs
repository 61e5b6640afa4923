using System.Collections.Concurrent;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>The one writer of a file. What waits while it commits is committed together next.</summary>
sealed class Writer(DatabaseFile file, DiskRoom room, long checkpointBytes, Action<Commit> committed)
{
    const int MaxGroup = 200;

    readonly ConcurrentQueue<UnitOfWork> waiting = new();
    int isRunning;
    int holds;

    public Task SaveAsync(UnitOfWork unit, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        room.Demand();
        if (Volatile.Read(ref holds) > 0) throw new StorageUnavailableException("Nothing is saved here at the moment: the data are being replaced.");
        return Enqueue(unit, stop);
    }

    /// <summary>From now on nothing is taken; ends when all that was taken is saved.</summary>
    public async Task<IDisposable> HoldAsync()
    {
        Interlocked.Increment(ref holds);
        await StopAsync();
        return new Release(this);
    }

    /// <summary>Ends when nothing waits any more.</summary>
    public Task StopAsync() => Enqueue(new UnitOfWork([], []), CancellationToken.None);

    Task Enqueue(UnitOfWork unit, CancellationToken stop)
    {
        waiting.Enqueue(unit);
        Start();
        return stop.CanBeCanceled ? Cancellable(unit, stop) : unit.Completion;
    }

    static async Task Cancellable(UnitOfWork unit, CancellationToken stop)
    {
        await using (stop.UnsafeRegister(_ => unit.Cancel(stop), null)) await unit.Completion;
    }

    void Start()
    {
        if (Interlocked.CompareExchange(ref isRunning, 1, 0) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Drain(), this, preferLocal: false);
    }

    void Drain()
    {
        while (Take() is { Count: > 0 } group) Save(group);
        Interlocked.Exchange(ref isRunning, 0);
        if (!waiting.IsEmpty) Start();
    }

    List<UnitOfWork> Take()
    {
        var group = new List<UnitOfWork>();
        while (group.Count < MaxGroup && waiting.TryDequeue(out var unit))
        {
            if (unit.TryTake()) group.Add(unit);
        }

        return group;
    }

    void Save(List<UnitOfWork> group)
    {
        var ready = group.Where(IsPrepared).ToList();
        if (ready.Count > 0 && !TrySave(ready, out var failure))
        {
            if (ready.Count == 1) ready[0].Fail(failure);
            else foreach (var unit in ready) Save([unit]);
        }

        file.CheckpointWhenLarge(checkpointBytes);
    }

    /// <summary>A type that can't be used here fails its own unit alone.</summary>
    bool IsPrepared(UnitOfWork unit)
    {
        if (unit.IsEmpty)
        {
            unit.Succeed();
            return false;
        }

        try
        {
            file.Write(unit.Types, _ => { });
            return true;
        }
        catch (Exception failure)
        {
            unit.Fail(AsUnavailable(failure));
            return false;
        }
    }

    bool TrySave(List<UnitOfWork> group, out Exception failure)
    {
        try
        {
            Acknowledge(Commit(group));
            failure = new InvalidOperationException();
            return true;
        }
        catch (Exception cause)
        {
            failure = AsUnavailable(cause);
            return false;
        }
    }

    GroupCommit Commit(List<UnitOfWork> group)
    {
        GroupCommit? commit = null;
        file.Write([.. group.SelectMany(unit => unit.Types).Distinct()], open =>
        {
            commit = new(open);
            commit.Run(group);
        });
        return commit!;
    }

    /// <summary>Listeners come first, so that whoever was told that its change is saved finds no cached page from before.</summary>
    void Acknowledge(GroupCommit commit)
    {
        foreach (var change in commit.Saved.SelectMany(unit => unit.ToCommits(file.Partition))) committed(change);
        foreach (var unit in commit.Saved) unit.Succeed();
        foreach (var (unit, failure) in commit.Refused) unit.Fail(failure);
    }

    sealed class Release(Writer writer) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref writer.holds);
    }

    static Exception AsUnavailable(Exception failure) => failure is EngineFailureException
        ? new StorageUnavailableException("The data can't be written at the moment: " + failure.Message, failure)
        : failure;
}
