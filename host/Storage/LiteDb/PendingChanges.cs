using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>What waits to be saved; joined sessions share it.</summary>
sealed class PendingChanges(PartitionSeal seal)
{
    readonly Dictionary<(DocumentType Type, Guid Id), (ChangeKind Kind, Document Document)> changes = [];
    readonly List<Appended> appended = [];

    public bool IsEmpty => changes.Count == 0 && appended.Count == 0;

    public IEnumerable<UnsavedChange> Unsaved =>
        from change in changes
        where change.Value.Kind != ChangeKind.Require
        select new UnsavedChange(change.Key.Type, change.Value.Document, change.Value.Kind == ChangeKind.Delete);

    public void Set(DocumentType type, ChangeKind kind, Document document)
    {
        var key = (type, document.Id);
        if (kind == ChangeKind.Delete && document.Version == 0 && changes.Remove(key)) return;
        changes[key] = (kind, document);
    }

    public void Require(DocumentType type, Document document) => changes.TryAdd((type, document.Id), (ChangeKind.Require, document));

    public void Append(DocumentType type, Func<Document?, Document> next) => appended.Add(new(type, next, seal));

    public UnitOfWork ToUnit() => new([.. changes.Select(change => ToChange(change.Key.Type, change.Value.Kind, change.Value.Document))], [.. appended]);

    public void Clear()
    {
        changes.Clear();
        appended.Clear();
    }

    Change ToChange(DocumentType type, ChangeKind kind, Document document)
    {
        if (kind != ChangeKind.Store) return new(type, kind, document, document.Version, Stored: null);
        var next = document with { Version = document.Version + 1 };
        return new(type, kind, next, document.Version, StoredDocument.Write(type, next, seal));
    }
}
