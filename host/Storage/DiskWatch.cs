using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Storage;

/// <summary>
/// Looks after the room on the disk. Free space is asked every few seconds, since that costs nothing; the data folder may hold
/// hundreds of thousands of files, so it is measured only as often as that takes a hundredth of the time.
/// </summary>
sealed partial class DiskWatch(DataFolder data, IOptions<DiskOptions> options, IDisk disk, DiskRoom room, TimeProvider clock, ILogger<DiskWatch> log)
    : IHostedService, IAsyncDisposable
{
    const int Patience = 100;

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);

    ITimer? timer;
    int isLooking;
    DateTimeOffset nextMeasuring = DateTimeOffset.MinValue;

    public DiskState State { get; private set; } = new(0, options.Value.MinimumFree, null, options.Value.Budget);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        LookAtFreeSpace();
        timer = clock.CreateTimer(_ => Look(), null, Interval, Interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    void Look()
    {
        if (Interlocked.Exchange(ref isLooking, 1) == 1) return;
        try
        {
            LookAtFreeSpace();
            if (clock.GetUtcNow() >= nextMeasuring) Measure();
        }
        finally
        {
            Interlocked.Exchange(ref isLooking, 0);
        }
    }

    void LookAtFreeSpace() => Try(() =>
    {
        State = State with { Free = disk.FreeBytes(data.Path) };
        if (State.IsShort == room.IsShort) return;
        room.IsShort = State.IsShort;
        if (State.IsShort) LogShort(log, State.Free, State.MinimumFree);
        else LogRoomAgain(log, State.Free);
    });

    void Measure() => Try(() =>
    {
        var wasOver = State.IsOverBudget;
        var began = clock.GetTimestamp();
        State = State with { Used = disk.SizeOf(data.Path) };
        nextMeasuring = clock.GetUtcNow() + Longer(ShortestPause, Patience * clock.GetElapsedTime(began));
        if (State.IsOverBudget && !wasOver) LogOverBudget(log, State.Used, State.Budget);
    });

    static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;

    /// <summary>Files come and go while they are counted; the next look finds out.</summary>
    void Try(Action look)
    {
        try
        {
            look();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotSeen(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk has {Free} bytes left, fewer than {MinimumFree}: nothing is saved until there is room again")]
    static partial void LogShort(ILogger log, long free, long minimumFree);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The disk has {Free} bytes again: saving goes on")]
    static partial void LogRoomAgain(ILogger log, long free);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The data folder has {Used} bytes, more than its budget of {Budget}")]
    static partial void LogOverBudget(ILogger log, long? used, long? budget);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The room on the disk can't be told at the moment")]
    static partial void LogNotSeen(ILogger log, Exception failure);
}

/// <summary>The room on the disk, in bytes.</summary>
/// <param name="Free">What is left.</param>
/// <param name="MinimumFree">What must be left for anything to be saved.</param>
/// <param name="Used">What the data folder holds; null until it was measured.</param>
/// <param name="Budget">What it should hold at most, or null.</param>
sealed record DiskState(long Free, long MinimumFree, long? Used, long? Budget)
{
    public bool IsShort => Free < MinimumFree;

    public bool IsOverBudget => Used > Budget;
}
