using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage;

/// <summary>
/// Keeps the documents of every village, of the portal and of the installation. Engines implement this one interface;
/// the conformance suite in the tests runs over it unchanged.
/// </summary>
interface IDocumentStore : IAsyncDisposable
{
    /// <summary>Checks that the types can be stored and makes them known. Nothing is opened yet.</summary>
    /// <param name="owner">The module's id, or "host"; types of different owners never meet, though their names may be equal.</param>
    /// <param name="registrations">The types with their keys, indexes and schema steps.</param>
    /// <exception cref="InvalidOperationException">A type can't be stored; the message names the type and the property.</exception>
    DocumentSet Register(string owner, IEnumerable<DocumentRegistration> registrations);

    /// <summary>Forgets the types of a module that is gone; its documents stay on disk.</summary>
    void Release(DocumentSet documents);

    /// <summary>Begins a unit of work. Costs nothing until the first query or save.</summary>
    IDocumentSession OpenSession(Partition partition, DocumentSet documents);

    /// <summary>Copies all that a partition holds at this moment, of whatever types.</summary>
    /// <exception cref="StorageUnavailableException">The data are damaged or can't be copied.</exception>
    IPartitionCopy Copy(Partition partition);

    /// <summary>Adds documents of any owners as they are, with their versions, all or none.</summary>
    /// <exception cref="ConcurrencyException">One of them is there already.</exception>
    /// <exception cref="DuplicateException">Another document holds one of the unique keys.</exception>
    Task RestoreAsync(Partition partition, IEnumerable<(DocumentType Type, Document Document)> documents, CancellationToken stop);

    /// <summary>Brings what is sealed with older keys, or lies there from before it was personal, to the present key, a few documents at a time between the writes of others.</summary>
    /// <exception cref="StorageUnavailableException">The data are damaged, or sealed with a key that is gone.</exception>
    Task<ResealedDocuments> ResealAsync(Partition partition, CancellationToken stop);

    /// <summary>The partitions in which anything was ever saved.</summary>
    IReadOnlyList<Partition> Partitions();

    /// <summary>Begins a heap of documents in a folder, of types that need not be known, to be put in the partition's place as a whole.</summary>
    IPartitionBuild Build(string folder, Partition partition);

    /// <summary>Puts a built heap in the place of all that the partition holds; the heap's file is gone then. Called again after a kill, it ends what was begun.</summary>
    /// <exception cref="StorageUnavailableException">It can't be moved there now.</exception>
    void Replace(Partition partition, string built);

    /// <summary>Refuses to save anything in the partition until it is disposed; what was begun before is saved by then.</summary>
    Task<IDisposable> HoldAsync(Partition partition);

    /// <summary>Opens a session of another owner's documents inside a unit of work: whichever of the two is saved saves both, all or nothing.</summary>
    IDocumentSession Join(IDocumentSession session, DocumentSet documents);

    /// <summary>Tells a partition's states from each other, and opens nothing; it may change though nothing was saved. Empty where nothing ever was.</summary>
    string MarkOf(Partition partition);

    /// <summary>How much of each type a partition holds: a count of all, and bytes as those of the first ones foretell.</summary>
    /// <exception cref="StorageUnavailableException">The data are damaged or can't be read.</exception>
    IReadOnlyList<HeldDocuments> Measure(Partition partition);

    /// <summary>Whether anything was ever saved in the partition; opens nothing.</summary>
    bool Exists(Partition partition);

    /// <summary>Whether the partition's data can be used, and if not, why.</summary>
    PartitionHealth Health(Partition partition);

    /// <summary>The partitions whose data are damaged, until they are whole again.</summary>
    IReadOnlyList<Partition> Unusable();

    /// <summary>The one listener is called before a session's unit of work is saved, and may add to it; if it throws, nothing is saved.</summary>
    void OnSaving(Func<IUnsavedUnit, CancellationToken, Task> listener);

    /// <summary>Called after each commit, in the order of commits of a partition, outside any lock. Exceptions are logged and change nothing.</summary>
    void OnCommitted(Action<Commit> listener);
}

/// <summary>One separately kept heap of documents: a village's, the portal's or the installation's.</summary>
readonly record struct Partition(Guid Id, PartitionKind Kind)
{
    public static Partition Installation { get; } = new(Guid.Empty, PartitionKind.Installation);

    public static Partition Portal { get; } = new(Guid.Empty, PartitionKind.Portal);

    public static Partition OfVillage(Guid village) => new(village, PartitionKind.Village);
}

enum PartitionKind
{
    Installation,
    Portal,
    Village,
}

/// <summary>A partition as it was at one moment; gone when it is disposed.</summary>
interface IPartitionCopy : IDisposable
{
    IReadOnlyList<StoredType> Types { get; }

    /// <summary>The documents of a type as JSON in UTF-8, in the shape of the type's schema here; personal data are opened.</summary>
    /// <exception cref="StorageUnavailableException">They are sealed with a key that is gone.</exception>
    IReadOnlyList<byte[]> Read(StoredType type);

    /// <summary>The same one after the other, for what may not be in memory as a whole. All are read on one thread.</summary>
    IEnumerable<byte[]> Stream(StoredType type);

    /// <summary>The same, those with personal data as sealed as they lie there: a <see cref="SealedBody"/>.</summary>
    IEnumerable<byte[]> StreamSealed(StoredType type);

    /// <summary>How long nobody could read or write while the copy was taken.</summary>
    TimeSpan Pause { get; }

    /// <summary>What <see cref="IDocumentStore.MarkOf"/> told at this moment.</summary>
    string Mark { get; }
}

/// <summary>A heap of documents that is being made; what is not finished is worth nothing.</summary>
interface IPartitionBuild : IDisposable
{
    /// <summary>Adds documents of a type that was not added yet, as they are, JSON in UTF-8 with their ids and versions; sealed ones by the partition's own key.</summary>
    void Add(StoredType type, IEnumerable<byte[]> documents);

    /// <summary>Brings what was added to these types' schemas and indexes.</summary>
    /// <exception cref="StorageUnavailableException">They can't be brought there; the message tells why.</exception>
    void Prepare(DocumentSet documents);

    /// <summary>Makes it last, and tells its file.</summary>
    string Finish();
}

/// <summary>A type of documents that a partition holds, whether or not it is registered.</summary>
sealed record StoredType(string Owner, string Name, int Schema);

/// <summary>What a unit of work changed of one owner's documents.</summary>
sealed record Commit(Partition Partition, string Owner, IReadOnlyList<DocumentChange> Changes);

/// <summary>A document as it was saved, or as it was when it was deleted.</summary>
sealed record DocumentChange(Document Document, bool IsDeleted);

/// <param name="Count">How many documents were sealed anew.</param>
/// <param name="Left">Owners whose documents still have an older key, since they do not run here.</param>
sealed record ResealedDocuments(int Count, IReadOnlyList<string> Left);

sealed record PartitionHealth(bool IsUsable, string? Reason = null);

/// <param name="Owner">The module's id, or "host".</param>
/// <param name="Count">How many.</param>
/// <param name="Bytes">Roughly what they take.</param>
sealed record HeldDocuments(string Owner, long Count, long Bytes);
