using System.Collections.Concurrent;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>
/// Delivers events after their commit to all who follow them: at least once, village by village, several villages at once. What fails comes
/// again with growing pauses; what was tried for a day is set aside and told.
/// </summary>
sealed partial class OutboxDelivery(Outbox outbox, IEnumerable<IReceivers> receivers, TimeProvider clock, ILogger<OutboxDelivery> log) : BackgroundService
{
    const int Workers = 4;
    const int Batch = 100;
    const int TriesAtOnce = 5;
    static readonly TimeSpan Watch = TimeSpan.FromSeconds(5);

    readonly WorkQueue<Partition> queue = new();
    readonly ConcurrentDictionary<Partition, DateTimeOffset> later = new();

    /// <summary>Ends once everything that was saved before this call, and is due, was delivered or has failed.</summary>
    public Task CatchUpAsync() => queue.Idle;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.OnAdded(queue.Add);
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Takes up what failed before and is due again.</summary>
    public void QueueDue()
    {
        foreach (var (partition, due) in later)
            if (due <= clock.GetUtcNow() && later.TryRemove(partition, out _)) queue.Add(partition);
    }

    /// <summary>Delivers at once what failed before and waits for its next turn, or was set aside.</summary>
    public async Task RetryAsync(Partition partition, CancellationToken stop)
    {
        var session = outbox.OpenSession(partition);
        foreach (var happened in await session.Query<OutgoingEvent>().ToListAsync(stop))
            if (happened.Attempts > 0) session.Store(happened with { DueAt = clock.GetUtcNow(), Attempts = 0 });
        await session.SaveChangesAsync(stop);
        queue.Add(partition);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var partition in await outbox.WaitingAsync(stoppingToken)) queue.Add(partition);
        await Task.WhenAll(queue.RunAsync(Workers, TryDrainAsync, stoppingToken), WatchAsync(stoppingToken));
    }

    async Task WatchAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Watch, clock);
        while (await timer.WaitForNextTickAsync(stop)) QueueDue();
    }

    async Task TryDrainAsync(Partition partition, CancellationToken stop)
    {
        try
        {
            await DrainAsync(partition, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotDrained(log, failure, partition.Kind, partition.Id);
            later[partition] = clock.GetUtcNow() + BackOff.After(1)!.Value;
        }
    }

    async Task DrainAsync(Partition partition, CancellationToken stop)
    {
        while (await outbox.DueAsync(partition, Batch, stop) is { Count: > 0 } due)
            foreach (var happened in due)
                await DeliverAsync(partition, happened, stop);
        if (await outbox.NextAsync(partition, stop) is not { } next) await outbox.LeaveAsync(partition, stop);
        else if (next.DueAt < DateTimeOffset.MaxValue) later[partition] = next.DueAt;
    }

    async Task DeliverAsync(Partition partition, OutgoingEvent happened, CancellationToken stop)
    {
        var open = receivers.SelectMany(known => known.Of(partition, happened)).Where(receiver => !happened.Done.Contains(receiver.Name)).ToList();
        Exception? failed = null;
        for (var i = 0; i < open.Count; i++)
        {
            var delivery = new Delivery(outbox, partition, happened, open[i].Name, isLast: failed is null && i == open.Count - 1);
            failed = await TryAsync(open[i], delivery, stop) ?? failed;
            happened = delivery.Event;
        }

        if (failed is not null) await PostponeAsync(partition, happened, failed, stop);
        else if (open.Count == 0) await RemoveAsync(partition, happened, stop);
    }

    /// <summary>Someone else may save the same documents at the same time, so a lost race is run again at once.</summary>
    async Task<Exception?> TryAsync(Receiver receiver, Delivery delivery, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await receiver.RunAsync(delivery, stop);
                if (!delivery.IsFinished) await delivery.FinishAsync(null, stop);
                return null;
            }
            catch (ConcurrencyException) when (tries < TriesAtOnce && !delivery.IsFinished)
            {
                continue;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogFailed(log, failure, receiver.Name, delivery.Event.Name, delivery.Partition.Id);
                return delivery.IsFinished ? null : failure;
            }
        }
    }

    async Task PostponeAsync(Partition partition, OutgoingEvent happened, Exception failed, CancellationToken stop)
    {
        var attempts = happened.Attempts + 1;
        var pause = BackOff.After(attempts);
        var next = happened with { Attempts = attempts, Reason = failed.Message, DueAt = pause is null ? DateTimeOffset.MaxValue : clock.GetUtcNow() + pause.Value };
        var session = outbox.OpenSession(partition);
        session.Store(next);
        await session.SaveChangesAsync(stop);
        if (pause is not null) return;
        LogSetAside(log, happened.Name, partition.Id, failed.Message);
        foreach (var known in receivers) await known.SetAsideAsync(partition, next, stop);
    }

    async Task RemoveAsync(Partition partition, OutgoingEvent happened, CancellationToken stop)
    {
        var session = outbox.OpenSession(partition);
        session.Delete(happened);
        await session.SaveChangesAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The events of {Kind} {Id} can't be delivered at the moment")]
    static partial void LogNotDrained(ILogger log, Exception failure, PartitionKind kind, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Receiver} failed on event {Event} of village {Village}")]
    static partial void LogFailed(ILogger log, Exception failure, string receiver, string @event, Guid village);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Event} of village {Village} was tried for a day and is set aside: {Reason}")]
    static partial void LogSetAside(ILogger log, string @event, Guid village, string reason);
}
