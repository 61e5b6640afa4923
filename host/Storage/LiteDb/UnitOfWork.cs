using LiteDB;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

enum ChangeKind
{
    Store,
    Delete,
    Require,
}

/// <param name="Type">Its type.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Document">The document as it will be, or as it was when it was read.</param>
/// <param name="Based">The version that must be there; 0 where there may be none.</param>
/// <param name="Stored">What LiteDB gets, for a document to store.</param>
sealed record Change(DocumentType Type, ChangeKind Kind, Document Document, int Based, BsonDocument? Stored);

/// <summary>A document for the end of a row, made inside the transaction from the last one.</summary>
sealed class Appended(DocumentType type, Func<Document?, Document> next, PartitionSeal seal)
{
    public DocumentType Type => type;

    /// <summary>What was made by the last try.</summary>
    public Document? Made { get; private set; }

    public BsonDocument After(Document? last) => StoredDocument.Write(type, Made = next(last) with { Version = 1 }, seal);
}

/// <summary>Changes that are saved together, waiting for the writer.</summary>
sealed class UnitOfWork(IReadOnlyList<Change> changes, IReadOnlyList<Appended> appended)
{
    readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int taken;

    public IReadOnlyList<Change> Changes { get; } = changes;

    public IReadOnlyList<Appended> Appended { get; } = appended;

    public bool IsEmpty => Changes.Count == 0 && Appended.Count == 0;

    public IReadOnlyCollection<DocumentType> Types { get; } = [.. changes.Select(change => change.Type).Concat(appended.Select(document => document.Type)).Distinct()];

    public Task Completion => completion.Task;

    /// <summary>The writer takes it, unless it was cancelled; from then on it can't be.</summary>
    public bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    public void Cancel(CancellationToken stop)
    {
        if (TryTake()) completion.TrySetCanceled(stop);
    }

    public void Succeed() => completion.TrySetResult();

    public void Fail(Exception failure) => completion.TrySetException(failure);

    /// <summary>What was changed, owner by owner.</summary>
    public IEnumerable<Commit> ToCommits(Partition partition) =>
        from change in Changed
        group change.Change by change.Owner into owned
        select new Commit(partition, owned.Key, [.. owned]);

    IEnumerable<(string Owner, DocumentChange Change)> Changed => Changes
        .Where(change => change.Kind != ChangeKind.Require)
        .Select(change => (change.Type.Owner, new DocumentChange(change.Document, change.Kind == ChangeKind.Delete)))
        .Concat(Appended.Select(document => (document.Type.Owner, new DocumentChange(document.Made!, IsDeleted: false))));
}
