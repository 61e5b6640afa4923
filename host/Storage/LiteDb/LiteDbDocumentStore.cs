using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>A file for each partition, each with one writer.</summary>
sealed partial class LiteDbDocumentStore : IDocumentStore
{
    readonly ConcurrentDictionary<Partition, PartitionHeap> heaps = new();
    readonly DataFolder folder;
    readonly StorageOptions limits;
    readonly ILogger log;
    readonly DatabaseOpener opener;
    readonly OpenFiles files;
    readonly FolderLock folderLock;
    readonly ITimer idle;
    Action<Commit> committed = _ => { };

    /// <exception cref="InvalidOperationException">Another host holds the folder, or it can't be written.</exception>
    public LiteDbDocumentStore(DataFolder data, IOptions<StorageOptions> options, IDiskSync sync, TimeProvider clock, ILoggerFactory loggers)
    {
        (folder, limits, log) = (data, options.Value, loggers.CreateLogger<LiteDbDocumentStore>());
        opener = new(sync, clock, loggers.CreateLogger<DatabaseOpener>());
        files = new(limits.OpenFiles);
        folderLock = FolderLock.Take(data.Path);
        var minute = TimeSpan.FromMinutes(1);
        idle = clock.CreateTimer(_ => files.CloseUnusedSince(clock.GetUtcNow() - limits.IdleMinutes * minute), null, minute, minute);
    }

    public int OpenFiles => files.Count;

    public DocumentSet Register(string owner, IEnumerable<DocumentRegistration> registrations) => DocumentSet.Create(owner, registrations);

    public void Release(DocumentSet documents)
    {
        foreach (var heap in heaps.Values) heap.File.Forget(documents);
    }

    public IDocumentSession OpenSession(Partition partition, DocumentSet documents) => new DocumentSession(HeapOf(partition), documents, []);

    public IDocumentSession Join(IDocumentSession session, DocumentSet documents) => ((DocumentSession)session).Join(documents);

    public bool Exists(Partition partition) => File.Exists(folder.DatabaseOf(partition));

    public PartitionHealth Health(Partition partition)
    {
        var reason = HeapOf(partition).File.WhyUnavailable();
        return new(reason is null, reason);
    }

    public void OnCommitted(Action<Commit> listener) => committed += commit => Tell(listener, commit);

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

    PartitionHeap HeapOf(Partition partition) => heaps.GetOrAdd(partition, static (partition, store) => store.CreateHeap(partition), this);

    PartitionHeap CreateHeap(Partition partition)
    {
        var file = new DatabaseFile(partition, new(folder.DatabaseOf(partition)), opener, files);
        return new(file, new QueryRunner(file), new Writer(file, limits.CheckpointBytes, commit => committed(commit)));
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
sealed record PartitionHeap(DatabaseFile File, QueryRunner Reader, Writer Writer);
