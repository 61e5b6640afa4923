using System.Text.Json;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>
/// The unit of work of one request, job or event in one partition, shared by the module that began it and the modules whose services it
/// calls: their changes and the events they cause are saved together.
/// </summary>
/// <param name="outbox">Takes the events.</param>
/// <param name="partition">Where it is.</param>
/// <param name="root">The session that saves.</param>
sealed class VillageUnit(Outbox outbox, Partition partition, IDocumentSession root)
{
    readonly List<OutgoingEvent> events = [];
    readonly Dictionary<string, HashSet<ChangedDocument>> followed = [];
    readonly Dictionary<(Type, Guid), Func<CancellationToken, Task>> additions = [];
    readonly List<Func<CancellationToken, Task>> checks = [];
    readonly List<Action> consequences = [];

    public IDocumentSession Root => root;

    public bool HasChanges { get; private set; }

    public void Publish(string source, string name, string body)
    {
        if (partition.Kind == PartitionKind.Portal) throw new InvalidOperationException("Nothing happens at the portal; events belong to a village.");
        events.Add(Outbox.Event(source, name, body));
        HasChanges = true;
    }

    public void NoteChange() => HasChanges = true;

    /// <summary>Notes a change that the portal has to follow.</summary>
    public void Follow(string module, Type type, Guid id)
    {
        if (!followed.TryGetValue(module, out var changed)) followed[module] = changed = [];
        changed.Add(new(type.Name, id));
    }

    /// <summary>Adds something to what is saved with a document, as it is by then.</summary>
    public void BeforeSave(Document document, Func<CancellationToken, Task> add) => additions[(document.GetType(), document.Id)] = add;

    /// <summary>Asks something before the next save; if it throws, nothing is saved.</summary>
    public void Check(Func<CancellationToken, Task> check) => checks.Add(check);

    /// <summary>Does something once all is saved, and not if it is not; a kill in between leaves it undone.</summary>
    public void AfterSave(Action consequence)
    {
        consequences.Add(consequence);
        HasChanges = true;
    }

    public async Task SaveAsync(CancellationToken stop)
    {
        try
        {
            foreach (var check in checks) await check(stop);
            foreach (var add in additions.Values) await add(stop);
            foreach (var (module, changed) in followed) events.Add(Outbox.Event(module, ChangedDocument.EventName, JsonSerializer.Serialize(changed)));
            await outbox.SaveAsync(partition, root, events, stop);
            foreach (var consequence in consequences) consequence();
        }
        finally
        {
            events.Clear();
            followed.Clear();
            additions.Clear();
            checks.Clear();
            consequences.Clear();
            HasChanges = false;
        }
    }
}

/// <summary>A document that was stored or deleted.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="Id">Its id.</param>
sealed record ChangedDocument(string Type, Guid Id)
{
    public const string EventName = "documents changed";
}
