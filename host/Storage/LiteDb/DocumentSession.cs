using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <param name="heap">The partition.</param>
/// <param name="documents">The types that this session may use.</param>
/// <param name="changes">What waits to be saved; joined sessions share it.</param>
sealed class DocumentSession(PartitionHeap heap, DocumentSet documents, Dictionary<(DocumentType Type, Guid Id), (ChangeKind Kind, Document Document)> changes)
    : IDocumentSession
{
    public DocumentSession Join(DocumentSet others) => new(heap, others, changes);

    public IDocumentQuery<T> Query<T>() where T : Document =>
        new DocumentQuery<T>(heap.Reader, documents.Getters, new QueryShape(documents.TypeOf(typeof(T))));

    public Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult((T?)heap.Reader.Load(documents.TypeOf(typeof(T)), id));
    }

    public void Store<T>(T document) where T : Document => Set(ChangeKind.Store, document);

    public void Delete<T>(T document) where T : Document => Set(ChangeKind.Delete, document);

    public void Require<T>(T document) where T : Document
    {
        if (!changes.ContainsKey(KeyOf(document))) Set(ChangeKind.Require, document);
    }

    public async Task SaveChangesAsync(CancellationToken stop = default)
    {
        if (changes.Count == 0) return;
        try
        {
            await heap.Writer.SaveAsync(new UnitOfWork([.. changes.Select(change => ToChange(change.Key.Type, change.Value.Kind, change.Value.Document))]), stop);
        }
        finally
        {
            changes.Clear();
        }
    }

    void Set(ChangeKind kind, Document document)
    {
        var key = KeyOf(document);
        if (kind == ChangeKind.Delete && document.Version == 0 && changes.Remove(key)) return;
        changes[key] = (kind, document);
    }

    static Change ToChange(DocumentType type, ChangeKind kind, Document document)
    {
        if (kind != ChangeKind.Store) return new(type, kind, document, document.Version, Stored: null);
        var next = document with { Version = document.Version + 1 };
        return new(type, kind, next, document.Version, StoredDocument.Write(type, next));
    }

    (DocumentType, Guid) KeyOf(Document document) => (documents.TypeOf(document.GetType()), document.Id);
}
