using Microsoft.Extensions.Options;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Background;

/// <summary>Runs jobs when they are due: one at a time in a village, several villages at once; what fails comes again with growing pauses.</summary>
sealed partial class JobRunner(
    JobPlan plan, JobTurns turns, ModuleConfigurations configurations, VillageRegistry villages, VillageCache cache, ModuleLimits limits, IServiceProvider host,
    IOptions<JobOptions> options, TimeProvider clock, ILogger<JobRunner> log)
    : BackgroundService
{
    const int Workers = 4;
    const int Batch = 256;
    const int MostAttempts = 5;
    static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    readonly WorkQueue<Guid> queue = new();
    DateTimeOffset lastWatch;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lastWatch = clock.GetUtcNow();
        configurations.OnChanged((scope, _) => Plan(scope));
        villages.OnRegistered(() => Plan(Scope.Regency));
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Runs what is due now, and ends when it has run.</summary>
    public async Task RunDueAsync(CancellationToken stop)
    {
        await QueueDueAsync(stop);
        await queue.Idle;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryPlanAsync(Scope.Regency, stoppingToken);
        await Task.WhenAll(queue.RunAsync(Workers, RunVillageAsync, stoppingToken), WatchAsync(stoppingToken));
    }

    /// <summary>Looks often instead of waiting long: clocks jump.</summary>
    async Task WatchAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        for (var isOn = true; isOn;)
        {
            var now = clock.GetUtcNow();
            if (now < lastWatch) await TryPlanAsync(Scope.Regency, stop);
            lastWatch = now;
            var next = timer.WaitForNextTickAsync(stop).AsTask();
            await TryAsync(() => QueueUntilAsync(next, stop));
            isOn = await next;
        }
    }

    /// <summary>What is due beyond one batch follows as soon as that has run; where nothing moves, as on a full disk, it waits for the next look.</summary>
    async Task QueueUntilAsync(Task next, CancellationToken stop)
    {
        Guid? before = null;
        while (await QueueDueAsync(stop) is { Count: Batch } due && due[0].Turn != before && await Task.WhenAny(next, queue.Idle) != next) before = due[0].Turn;
    }

    async Task<IReadOnlyList<JobTurn>> QueueDueAsync(CancellationToken stop)
    {
        var due = await turns.DueAsync(clock.GetUtcNow(), Batch, stop);
        foreach (var village in due.Select(turn => turn.Village).Distinct()) queue.Add(village);
        return due;
    }

    void Plan(Scope scope) => _ = TryPlanAsync(scope, CancellationToken.None);

    Task TryPlanAsync(Scope scope, CancellationToken stop) => TryAsync(() => plan.UpdateAsync(scope, stop));

    async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotPlanned(log, failure);
        }
    }

    Task RunVillageAsync(Guid village, CancellationToken stop) => TryAsync(async () =>
    {
        var now = clock.GetUtcNow();
        foreach (var turn in await turns.OfAsync(village, stop))
            if (turn.DueAt <= now) await RunAsync(turn, stop);
    });

    async Task RunAsync(JobTurn turn, CancellationToken stop)
    {
        if (plan.Find(turn, out var isGone) is not { } found)
        {
            if (isGone) await turns.DeleteAsync(turn, stop);
            else await turns.StoreAsync([Postponed(turn)], stop);
            return;
        }

        var failure = await turns.IsMarkedAsync(turn, stop) ? null : await TryRunAsync(turn, found.Capsule, found.Job, found.Village, stop);
        await turns.StoreAsync([Next(turn, found.Job, found.Village, failure)], stop);
    }

    async Task<Exception?> TryRunAsync(JobTurn turn, Capsule capsule, ModuleJob job, VillageEntry village, CancellationToken stop)
    {
        try
        {
            await limits.RunAsync(capsule, token => RunAsync(turn, capsule, job, village, token), stop, LongestRun);
            return null;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(log, failure, turn.Module, turn.Job, village.Code);
            return failure;
        }
    }

    async Task RunAsync(JobTurn turn, Capsule capsule, ModuleJob job, VillageEntry village, CancellationToken stop)
    {
        await using var scope = capsule.Enter(await cache.GetAsync(village, stop), host);
        await job.Find(scope.Services).RunAsync(stop);
        if (!scope.Unit.HasChanges) return;
        await turns.MarkAsync(turn, scope.Unit.Root, stop);
        await scope.Unit.SaveAsync(stop);
    }

    /// <summary>The module does not run now; turns that stayed due would stand before all others.</summary>
    JobTurn Postponed(JobTurn turn) =>
        turn with { Reason = $"Module {turn.Module} is not running.", DueAt = clock.GetUtcNow() + BackOff.After(1)!.Value };

    JobTurn Next(JobTurn turn, ModuleJob job, VillageEntry village, Exception? failure)
    {
        var now = clock.GetUtcNow();
        if (failure is not null && turn.Attempts + 1 < MostAttempts)
            return turn with { Attempts = turn.Attempts + 1, Reason = failure.Message, DueAt = now + BackOff.After(turn.Attempts + 1)!.Value };
        return turn with { Turn = Guid.CreateVersion7(), Attempts = 0, Reason = failure?.Message, LastRun = now, DueAt = job.Schedule.After(now, village.TimeZone) };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turns of jobs can't be read or kept at the moment")]
    static partial void LogNotPlanned(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} of module {Module} failed in village {Village}")]
    static partial void LogFailed(ILogger log, Exception failure, string module, string job, string village);
}
