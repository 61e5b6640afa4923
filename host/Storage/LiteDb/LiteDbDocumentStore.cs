using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>A file for each partition, each with one writer.</summary>
sealed partial class LiteDbDocumentStore : IDocumentStore
{
    readonly ConcurrentDictionary<Partition, PartitionHeap> heaps = new();
    /// <summary>Keeps none of them from being unloaded.</summary>
    readonly ConditionalWeakTable<DocumentSet, string> registered = [];
    readonly DataFolder folder;
    readonly StorageOptions limits;
    readonly StorageMetrics metrics;
    readonly ILogger log;
    readonly DatabaseOpener opener;
    readonly OpenFiles files;
    readonly KeptMemory kept;
    readonly DiskRoom room;
    readonly IDiskSync sync;
    readonly PersonalSeals seals;
    readonly SetAsideFiles setAside;
    readonly FolderLock folderLock;
    readonly ITimer idle;
    Action<Commit> committed = _ => { };
    Func<IUnsavedUnit, CancellationToken, Task>? saving;

    /// <exception cref="DataFolderException">Another host holds the folder, it can't be written, or its data are of a newer host.</exception>
    public LiteDbDocumentStore(DataFolder data, IOptions<StorageOptions> options, PersonalSeals seals, IDiskSync sync, DiskRoom room, TimeProvider clock, StorageMetrics metrics, ILoggerFactory loggers)
    {
        (this.sync, this.seals) = (sync, seals);
        (folder, this.room, limits, log) = (data, room, options.Value, loggers.CreateLogger<LiteDbDocumentStore>());
        this.metrics = metrics;
        setAside = new(data);
        kept = new(limits.KeptBytes);
        opener = new(sync, setAside, kept, seals, clock, loggers.CreateLogger<DatabaseOpener>());
        files = new(limits.OpenFiles);
        folderLock = FolderLock.Take(data.Path);
        BringToPresentVersion(sync);
        var minute = TimeSpan.FromMinutes(1);
        idle = clock.CreateTimer(_ => files.CloseUnusedSince(clock.GetUtcNow() - limits.IdleMinutes * minute), null, minute, minute);
    }

    public int OpenFiles => files.Count;

    public long KeptBytes => kept.Bytes;

    public DocumentSet Register(string owner, IEnumerable<DocumentRegistration> registrations)
    {
        var documents = DocumentSet.Create(owner, registrations);
        registered.Add(documents, owner);
        return documents;
    }

    public void Release(DocumentSet documents)
    {
        registered.Remove(documents);
        foreach (var heap in heaps.Values) heap.File.Forget(documents);
    }

    public IDocumentSession OpenSession(Partition partition, DocumentSet documents) => new DocumentSession(HeapOf(partition), documents, new(seals.Of(partition)));

    public IDocumentSession Join(IDocumentSession session, DocumentSet documents) => ((DocumentSession)session).Join(documents);

    public string MarkOf(Partition partition) => new DatabasePaths(folder.DatabaseOf(partition)).Mark();

    public IReadOnlyList<HeldDocuments> Measure(Partition partition) => HeapOf(partition).File.Measure();

    public bool Exists(Partition partition) => File.Exists(folder.DatabaseOf(partition));

    public IPartitionCopy Copy(Partition partition) => DatabaseCopy.Of(HeapOf(partition).File, seals.Of(partition));

    public Task RestoreAsync(Partition partition, IEnumerable<(DocumentType Type, Document Document)> documents, CancellationToken stop) =>
        HeapOf(partition).Writer.SaveAsync(new UnitOfWork([.. documents.Select(restored => ToInsert(restored, seals.Of(partition)))], []), stop);

    public Task<ResealedDocuments> ResealAsync(Partition partition, CancellationToken stop)
    {
        var (heap, known) = (HeapOf(partition), registered.SelectMany(documents => documents.Key.Types).ToLookup(Catalog.KeyOf));
        return new Resealing(heap.File, heap.Writer, seals.Of(partition), stored => known[Catalog.KeyOf(stored)].FirstOrDefault()).RunAsync(stop);
    }

    public IReadOnlyList<Partition> Partitions() => [.. folder.PartitionsWithDatabase()];

    public IPartitionBuild Build(string folder, Partition partition) => new DatabaseBuild(new(Path.Combine(folder, "documents.db")), seals.Of(partition), sync);

    public void Replace(Partition partition, string built)
    {
        var owners = OwnersIn(partition);
        HeapOf(partition).File.Replace(built);
        owners.UnionWith(OwnersIn(partition));
        foreach (var owner in owners) committed(new(partition, owner, []));
    }

    public Task<IDisposable> HoldAsync(Partition partition) => HeapOf(partition).Writer.HoldAsync();

    public PartitionHealth Health(Partition partition)
    {
        var reason = HeapOf(partition).File.WhyUnavailable();
        return new(reason is null, reason);
    }

    public IReadOnlyList<Partition> Unusable() => [.. setAside.Partitions().Where(partition => !Health(partition).IsUsable)];

    public void OnCommitted(Action<Commit> listener) => committed += commit => Tell(listener, commit);

    public void OnSaving(Func<IUnsavedUnit, CancellationToken, Task> listener) => saving += listener;

    public async ValueTask DisposeAsync()
    {
        await idle.DisposeAsync();
        foreach (var heap in heaps.Values)
        {
            await heap.Writer.StopAsync();
            heap.File.Dispose();
        }

        folderLock.Dispose();
    }

    void BringToPresentVersion(IDiskSync sync)
    {
        try
        {
            new DataVersion(folder.Path, DataSteps.All, sync).Bring();
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Whose documents are there; whoever follows them looks anew.</summary>
    HashSet<string> OwnersIn(Partition partition)
    {
        try
        {
            using var copy = Copy(partition);
            return [.. copy.Types.Select(type => type.Owner)];
        }
        catch (StorageUnavailableException)
        {
            return [];
        }
    }

    static Change ToInsert((DocumentType Type, Document Document) restored, PartitionSeal seal) =>
        new(restored.Type, ChangeKind.Store, restored.Document, Based: 0, StoredDocument.Write(restored.Type, restored.Document, seal));

    PartitionHeap HeapOf(Partition partition) => heaps.GetOrAdd(partition, static (partition, store) => store.CreateHeap(partition), this);

    PartitionHeap CreateHeap(Partition partition)
    {
        var file = new DatabaseFile(partition, new(folder.DatabaseOf(partition)), opener, files);
        return new(file, new QueryRunner(file, seals.Of(partition), metrics), new Writer(file, room, limits.CheckpointBytes, commit => committed(commit)), () => saving);
    }

    void Tell(Action<Commit> listener, Commit commit)
    {
        try
        {
            listener(commit);
        }
        catch (Exception failure)
        {
            LogListenerFailed(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener failed after a commit.")]
    static partial void LogListenerFailed(ILogger logger, Exception cause);
}

/// <summary>What serves one partition.</summary>
sealed record PartitionHeap(DatabaseFile File, QueryRunner Reader, Writer Writer, Func<Func<IUnsavedUnit, CancellationToken, Task>?> Saving);
