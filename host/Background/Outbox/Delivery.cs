using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>Something that follows an event, once per event.</summary>
/// <param name="Name">Identifies it among those that follow the same event.</param>
/// <param name="RunAsync">
/// Follows the event, and saves through <see cref="Delivery.FinishAsync"/> what belongs to the partition; if it does not, it is done once it returns.
/// </param>
sealed record Receiver(string Name, Func<Delivery, CancellationToken, Task> RunAsync);

/// <summary>Knows who follows an event.</summary>
interface IReceivers
{
    IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened);

    /// <summary>Called when an event was given up.</summary>
    Task SetAsideAsync(Partition partition, OutgoingEvent happened, CancellationToken stop) => Task.CompletedTask;
}

/// <summary>An event on its way to one receiver.</summary>
sealed class Delivery(Outbox outbox, Partition partition, OutgoingEvent happened, string receiver, bool isLast)
{
    public Partition Partition => partition;

    /// <summary>As it is stored; after <see cref="FinishAsync"/> with the note that the receiver is done.</summary>
    public OutgoingEvent Event { get; private set; } = happened;

    public bool IsFinished { get; private set; }

    /// <summary>Saves the receiver's unit of work together with the note that it is done.</summary>
    /// <param name="unit">The receiver's unit of work, or null where it has none here.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task FinishAsync(VillageUnit? unit, CancellationToken stop)
    {
        var session = unit is null ? outbox.OpenSession(partition) : outbox.Join(unit.Root);
        var done = Event with { Done = [.. Event.Done, receiver] };
        if (isLast) session.Delete(Event);
        else session.Store(done);
        if (unit is null) await session.SaveChangesAsync(stop);
        else await unit.SaveAsync(stop);
        Event = done with { Version = Event.Version + 1 };
        IsFinished = true;
    }
}
