using System.Text.Json.Nodes;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Audit;

/// <summary>Adds an entry to whatever a person saves, in the same commit: no handler has to remember it, and none can save without it.</summary>
sealed class RecordChanges(AuditDocuments documents, AuditSeal seal, TimeProvider clock)
{
    public Task AddAsync(IUnsavedUnit unit, CancellationToken stop) => Actor.Current is { } actor ? AddAsync(unit, actor, stop) : Task.CompletedTask;

    async Task AddAsync(IUnsavedUnit unit, Actor actor, CancellationToken stop)
    {
        var changes = unit.Changes.Where(change => change.Document is not (IHousekeeping or IWorkingCopy)).ToList();
        foreach (var group in ChangesTogether.Of(changes, document => VillageOf(document, unit.Partition, actor)))
        {
            var told = new List<AuditedDocument>();
            foreach (var change in group.Changes)
                if (await TellAsync(unit, change, stop) is var document && !IsHousekeeping(change.Type, document)) told.Add(document);
            if (told.Count > 0) Append(unit, Entry(actor, actor.Action, group.Village, told));
        }
    }

    /// <summary>Adds an entry of its own, for what changes no document but has to be known.</summary>
    public void Append(IUnsavedUnit unit, AuditEntry entry) => unit.Append<AuditEntry>(documents.Types, last => seal.After(last, entry));

    public AuditEntry Entry(Actor actor, string action, Guid? village, IReadOnlyList<AuditedDocument> told) => new()
    {
        Number = 0,
        At = clock.GetUtcNow(),
        Account = actor.AccountId,
        Name = actor.Name,
        Roles = actor.Roles,
        Address = actor.Address,
        Village = village,
        Action = action,
        Owners = [.. told.Select(document => document.Owner).Distinct()],
        Documents = told,
        Previous = "",
        Seal = "",
    };

    static Guid? VillageOf(Document document, Partition partition, Actor actor)
    {
        if (partition.Kind == PartitionKind.Village) return partition.Id;
        return document is IScoped { Scope: var scope } && Scope.Parse(scope) is { Kind: ScopeKind.Village } concerned ? concerned.VillageId : actor.Village;
    }

    static async Task<AuditedDocument> TellAsync(IUnsavedUnit unit, UnsavedChange change, CancellationToken stop)
    {
        var (type, document) = (change.Type, change.Document);
        var before = document.Version == 0 ? null : Json(type, await unit.LoadSavedAsync(type, document.Id, stop));
        var after = change.IsDeleted ? null : Json(type, document);
        return new(type.Owner, type.Name, document.Id, KindOf(change), FieldChanges.LabelOf(type, after ?? before ?? []), FieldChanges.Between(type, before, after));
    }

    static bool IsHousekeeping(DocumentType type, AuditedDocument told) =>
        told is { Change: AuditedChange.Changed, Fields.Count: > 0 } && told.Fields.All(field => type.Housekeeping.Contains(field.Name));

    static AuditedChange KindOf(UnsavedChange change)
    {
        if (change.IsDeleted) return AuditedChange.Removed;
        return change.Document.Version == 0 ? AuditedChange.Added : AuditedChange.Changed;
    }

    static JsonObject? Json(DocumentType type, Document? document) => document is null ? null : JsonNode.Parse(type.Write(document))!.AsObject();
}
