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

/// <summary>Changes that are saved together, waiting for the writer.</summary>
sealed class UnitOfWork(IReadOnlyList<Change> changes)
{
    readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int taken;

    public IReadOnlyList<Change> Changes { get; } = changes;

    public IReadOnlyCollection<DocumentType> Types { get; } = [.. changes.Select(change => change.Type).Distinct()];

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
        from change in Changes
        where change.Kind != ChangeKind.Require
        group new DocumentChange(change.Document, change.Kind == ChangeKind.Delete) by change.Type.Owner into owned
        select new Commit(partition, owned.Key, [.. owned]);
}
