using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>A file for each partition, each with one writer.</summary>
sealed partial class LiteDbDocumentStore : IDocumentStore
{
    readonly ConcurrentDictionary<Partition, PartitionHeap> _heaps = new();
    readonly DataFolder _folder;
    readonly StorageOptions _options;
    readonly ILogger _logger;
    readonly DatabaseOpener _opener;
    readonly OpenFiles _files;
    readonly FolderLock _lock;
    readonly ITimer _idle;
    Action<Commit> _committed = _ => { };

    /// <exception cref="InvalidOperationException">Another host holds the folder, or it can't be written.</exception>
    public LiteDbDocumentStore(DataFolder folder, IOptions<StorageOptions> options, IDiskSync sync, TimeProvider clock, ILoggerFactory loggers)
    {
        (_folder, _options, _logger) = (folder, options.Value, loggers.CreateLogger<LiteDbDocumentStore>());
        _opener = new(sync, clock, loggers.CreateLogger<DatabaseOpener>());
        _files = new(_options.OpenFiles);
        _lock = FolderLock.Take(folder.Path);
        var minute = TimeSpan.FromMinutes(1);
        _idle = clock.CreateTimer(_ => _files.CloseUnusedSince(clock.GetUtcNow() - _options.IdleMinutes * minute), null, minute, minute);
    }

    public int OpenFiles => _files.Count;

    public DocumentSet Register(string owner, IEnumerable<DocumentRegistration> registrations) => DocumentSet.Create(owner, registrations);

    public void Release(DocumentSet documents)
    {
        foreach (var heap in _heaps.Values) heap.File.Forget(documents);
    }

    public IDocumentSession OpenSession(Partition partition, DocumentSet documents) => new DocumentSession(HeapOf(partition), documents);

    public PartitionHealth Health(Partition partition)
    {
        var reason = HeapOf(partition).File.WhyUnavailable();
        return new(reason is null, reason);
    }

    public void OnCommitted(Action<Commit> listener) => _committed += commit => Tell(listener, commit);

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        foreach (var heap in _heaps.Values)
        {
            await heap.Writer.StopAsync();
            heap.File.Dispose();
        }

        _lock.Dispose();
    }

    PartitionHeap HeapOf(Partition partition) => _heaps.GetOrAdd(partition, static (partition, store) => store.CreateHeap(partition), this);

    PartitionHeap CreateHeap(Partition partition)
    {
        var file = new DatabaseFile(partition, new(_folder.DatabaseOf(partition)), _opener, _files);
        return new(file, new QueryRunner(file), new Writer(file, _options.CheckpointBytes, commit => _committed(commit)));
    }

    void Tell(Action<Commit> listener, Commit commit)
    {
        try
        {
            listener(commit);
        }
        catch (Exception failure)
        {
            LogListenerFailed(_logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener failed after a commit.")]
    static partial void LogListenerFailed(ILogger logger, Exception cause);
}

/// <summary>What serves one partition.</summary>
sealed record PartitionHeap(DatabaseFile File, QueryRunner Reader, Writer Writer);
