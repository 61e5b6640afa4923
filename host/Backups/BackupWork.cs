using System.Collections.Concurrent;

namespace SmartKampung.Host.Backups;

/// <summary>Backups and restores that are under way, at most one in a village; what became of the last one is remembered until the next.</summary>
sealed partial class BackupWork(IHostApplicationLifetime life, TimeProvider clock, ILogger<BackupWork> log)
{
    /// <summary>Stands for all villages together.</summary>
    public static readonly Guid All = Guid.Empty;

    readonly ConcurrentDictionary<Guid, WorkState> states = new();

    public WorkState? Of(Guid village) => states.GetValueOrDefault(village);

    /// <summary>Does it while the caller waits.</summary>
    /// <exception cref="BackupException">It failed, or other work is under way there.</exception>
    public async Task<T> RunAsync<T>(Guid village, WorkKind kind, Func<Action<double>, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        var state = Begin(village, kind) ?? throw new BackupException(BackupMessages.Busy);
        try
        {
            var done = await work(part => state.Part = part, stop);
            state.End(null);
            return done;
        }
        catch (Exception failure)
        {
            state.End(failure as BackupException ?? new(BackupMessages.NotWritten(failure.Message), failure));
            throw;
        }
    }

    /// <summary>Begins it in the background; false where other work is under way there.</summary>
    public bool TryStart(Guid village, WorkKind kind, Func<Action<double>, CancellationToken, Task> work)
    {
        if (Begin(village, kind) is not { } state) return false;
        _ = Task.Run(() => FinishAsync(state, work), CancellationToken.None);
        return true;
    }

    async Task FinishAsync(WorkState state, Func<Action<double>, CancellationToken, Task> work)
    {
        try
        {
            await work(part => state.Part = part, life.ApplicationStopping);
            state.End(null);
        }
        catch (BackupException failure)
        {
            state.End(failure);
        }
        catch (Exception failure)
        {
            LogFailed(log, failure);
            state.End(new(BackupMessages.NotWritten(failure.Message), failure));
        }
    }

    WorkState? Begin(Guid village, WorkKind kind)
    {
        var state = new WorkState(kind, clock.GetUtcNow());
        var kept = states.AddOrUpdate(village, state, (_, present) => present.IsDone ? state : present);
        return kept == state ? state : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A backup or restore failed")]
    static partial void LogFailed(ILogger log, Exception failure);
}

/// <summary>How far work is.</summary>
sealed class WorkState(WorkKind kind, DateTimeOffset beganAt)
{
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WorkKind Kind => kind;

    public DateTimeOffset BeganAt => beganAt;

    /// <summary>How much is done, from 0 to 1.</summary>
    public double Part { get; set; }

    public LocalText? Failure { get; private set; }

    public bool IsDone => ended.Task.IsCompleted;

    /// <summary>Ends when the work has ended, well or not.</summary>
    public Task Ended => ended.Task;

    public void End(BackupException? failure)
    {
        Failure = failure?.Told;
        ended.TrySetResult();
    }
}

enum WorkKind
{
    Backup,
    Restore,
}
