using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage;

/// <summary>Where events lie from the commit that they belong to until they are delivered: beside the documents of their partition.</summary>
sealed class Outbox(IDocumentStore store, WaitingVillages waiting, TimeProvider clock)
{
    readonly DocumentSet documents = store.Register("host", [
        new DocumentRegistration<OutgoingEvent>(new DocumentMapping<OutgoingEvent>().Index(happened => happened.DueAt).Personal(happened => happened.Body))]);

    /// <summary>Longer than any pause: what is due later than this was put off by a clock that was wrong.</summary>
    static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    Action<Partition> added = _ => { };

    /// <summary>Partitions whose events a kill may have left undelivered.</summary>
    public async Task<IReadOnlyList<Partition>> WaitingAsync(CancellationToken stop) =>
        [Partition.Installation, .. (await waiting.LoadAsync(stop)).Select(Partition.OfVillage)];

    /// <summary>Saves a unit of work and the events that it causes, all or nothing.</summary>
    /// <param name="partition">A village or the installation.</param>
    /// <param name="session">A session of this partition with the unit's changes.</param>
    /// <param name="events">What happened.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task SaveAsync(Partition partition, IDocumentSession session, IReadOnlyCollection<OutgoingEvent> events, CancellationToken stop)
    {
        if (events.Count == 0)
        {
            await session.SaveChangesAsync(stop);
            return;
        }

        var outbox = Join(session);
        foreach (var happened in events) outbox.Store(happened);
        if (partition.Kind == PartitionKind.Village) await waiting.WhileListedAsync(partition.Id, () => session.SaveChangesAsync(stop), stop);
        else await session.SaveChangesAsync(stop);
        added(partition);
    }

    /// <summary>Saves by itself that the portal has to be made anew, and tells the event's id.</summary>
    public async Task<Guid> SaveAsync(PortalIsBehind behind, CancellationToken stop)
    {
        var happened = behind.AsEvent();
        await SaveAsync(Partition.Installation, OpenSession(Partition.Installation), [happened], stop);
        return happened.Id;
    }

    /// <summary>Adds documents of a village as they are, and what happened by that, all or nothing.</summary>
    public async Task RestoreAsync(Partition village, IEnumerable<(DocumentType Type, Document Document)> restored, OutgoingEvent happened, CancellationToken stop)
    {
        var type = documents.TypeOf(typeof(OutgoingEvent));
        await waiting.WhileListedAsync(village.Id, () => store.RestoreAsync(village, [.. restored, (type, happened with { Version = 1 })], stop), stop);
        added(village);
    }

    /// <summary>An event that is due at once, whatever the clock says.</summary>
    public static OutgoingEvent Event(string source, string name, string body) =>
        new() { Source = source, Name = name, Body = body, DueAt = DateTimeOffset.UnixEpoch };

    /// <summary>A session of the outbox inside a unit of work.</summary>
    public IDocumentSession Join(IDocumentSession session) => store.Join(session, documents);

    public IDocumentSession OpenSession(Partition partition) => store.OpenSession(partition, documents);

    public Task<IReadOnlyList<OutgoingEvent>> DueAsync(Partition partition, int count, CancellationToken stop)
    {
        var (now, never) = (clock.GetUtcNow(), DateTimeOffset.MaxValue);
        var latest = now + LongestPause;
        return OpenSession(partition).Query<OutgoingEvent>()
            .Where(happened => happened.DueAt <= now || (happened.DueAt > latest && happened.DueAt < never))
            .OrderBy(happened => happened.DueAt).Take(count).ToListAsync(stop);
    }

    public Task<OutgoingEvent?> NextAsync(Partition partition, CancellationToken stop) =>
        OpenSession(partition).Query<OutgoingEvent>().OrderBy(happened => happened.DueAt).FirstOrDefaultAsync(stop);

    /// <summary>Strikes the partition off the list of those to look into at start, if nothing waits there.</summary>
    public Task LeaveAsync(Partition partition, CancellationToken stop) => partition.Kind == PartitionKind.Village
        ? waiting.LeaveAsync(partition.Id, async () => await NextAsync(partition, stop) is null, stop)
        : Task.CompletedTask;

    /// <summary>Calls the listener after events were saved.</summary>
    public void OnAdded(Action<Partition> listener) => added += listener;
}
