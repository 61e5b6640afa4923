using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage;

/// <summary>A unit of work on its way to the disk, for those who add to it what has to be saved with it.</summary>
interface IUnsavedUnit
{
    Partition Partition { get; }

    IReadOnlyList<UnsavedChange> Changes { get; }

    /// <summary>The document as it is saved now, or null.</summary>
    Task<Document?> LoadSavedAsync(DocumentType type, Guid id, CancellationToken stop);

    /// <summary>
    /// Adds a document to the end of the partition's row of them: the engine calls <paramref name="next"/> inside the transaction with the
    /// last one, null before the first. It may be called again where the transaction has to be repeated.
    /// </summary>
    /// <typeparam name="T">A type whose first index is its number in the row.</typeparam>
    /// <param name="documents">The owner's types, <typeparamref name="T"/> among them.</param>
    /// <param name="next">Makes the document from the one before it.</param>
    void Append<T>(DocumentSet documents, Func<T?, T> next) where T : Document;
}

/// <summary>A change that waits to be saved: the document as it will be, or as it was when it was read.</summary>
sealed record UnsavedChange(DocumentType Type, Document Document, bool IsDeleted);
