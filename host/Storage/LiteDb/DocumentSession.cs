using SmartKampung.Host.Operations;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <param name="heap">The partition.</param>
/// <param name="documents">The types that this session may use.</param>
/// <param name="changes">What waits to be saved.</param>
sealed class DocumentSession(PartitionHeap heap, DocumentSet documents, PendingChanges changes) : IDocumentSession, IUnsavedUnit
{
    public DocumentSession Join(DocumentSet others) => new(heap, others, changes);

    public IDocumentQuery<T> Query<T>() where T : Document =>
        new DocumentQuery<T>(heap.Reader, documents.Getters, new QueryShape(documents.TypeOf(typeof(T))));

    public Task<T?> LoadAsync<T>(Guid id, CancellationToken stop = default) where T : Document
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult((T?)heap.Reader.Load(documents.TypeOf(typeof(T)), id));
    }

    public void Store<T>(T document) where T : Document => changes.Set(TypeOf(document), ChangeKind.Store, document);

    public void Delete<T>(T document) where T : Document => changes.Set(TypeOf(document), ChangeKind.Delete, document);

    public void Require<T>(T document) where T : Document => changes.Require(TypeOf(document), document);

    public async Task SaveChangesAsync(CancellationToken stop = default)
    {
        if (changes.IsEmpty) return;
        using var saving = Telemetry.Begin("save", documents.Owner);
        try
        {
            if (heap.Saving() is { } listener) await listener(this, stop);
            await heap.Writer.SaveAsync(changes.ToUnit(), stop);
        }
        finally
        {
            changes.Clear();
        }
    }

    Partition IUnsavedUnit.Partition => heap.File.Partition;

    IReadOnlyList<UnsavedChange> IUnsavedUnit.Changes => [.. changes.Unsaved];

    Task<Document?> IUnsavedUnit.LoadSavedAsync(DocumentType type, Guid id, CancellationToken stop) => Task.FromResult(heap.Reader.Load(type, id));

    public void Append<T>(DocumentSet owned, Func<T?, T> next) where T : Document => changes.Append(owned.TypeOf(typeof(T)), last => next((T?)last));

    DocumentType TypeOf(Document document) => documents.TypeOf(document.GetType());
}
