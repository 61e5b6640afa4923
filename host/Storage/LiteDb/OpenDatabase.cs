using Microsoft.Win32.SafeHandles;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>A database file while it is open. What changes its collections runs while no reader is inside.</summary>
sealed class OpenDatabase(DatabasePaths paths, IDiskSync sync, Engine engine, Catalog catalog) : IDisposable
{
    readonly Dictionary<DocumentType, Preparation> prepared = [];
    SafeFileHandle? log;

    public Engine Engine { get; } = engine;

    public IEnumerable<StoredType> Types => catalog.Types;

    /// <summary>How much of the log is known to be on disk; what comes after it was never acknowledged.</summary>
    public long SyncedLength { get; private set; }

    public static OpenDatabase Open(DatabasePaths paths, IDiskSync sync)
    {
        var engine = Engine.Open(paths.Data);
        try
        {
            return new(paths, sync, engine, Catalog.Load(engine)) { SyncedLength = LengthOf(paths.Log) };
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Returns false where the type has still to be prepared; the collection is null where it has none yet.</summary>
    public bool TryGet(DocumentType type, out string? collection)
    {
        var isPrepared = prepared.TryGetValue(type, out var preparation);
        if (preparation?.Refusal is { } refusal) throw new StorageUnavailableException(refusal.Message, refusal);
        collection = preparation?.Collection;
        return isPrepared;
    }

    public string CollectionOf(DocumentType type) => prepared[type].Collection!;

    public void Prepare(DocumentType type, bool create)
    {
        try
        {
            if (new CollectionPreparation(Engine, catalog, type).Run(create))
            {
                Forget(type);
                SyncLog();
            }

            prepared[type] = new(catalog.Find(type)?.Collection, null);
        }
        catch (StorageUnavailableException refusal)
        {
            prepared[type] = new(null, refusal);
        }
    }

    /// <summary>LiteDB leaves commits to the operating system; only after this they survive a power cut.</summary>
    public void SyncLog() => EngineFailureException.Guard(() =>
    {
        if (log is null && !File.Exists(paths.Log)) return false;
        if (log is null)
        {
            log = File.OpenHandle(paths.Log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            sync.SyncFolder(paths.Folder);
        }

        sync.SyncFile(log);
        SyncedLength = RandomAccess.GetLength(log);
        return true;
    });

    /// <summary>Moves the log into the data file, which LiteDB syncs before it empties the log.</summary>
    /// <returns>Whether it was done; if not, the log still holds everything.</returns>
    public bool TryCheckpoint()
    {
        try
        {
            Engine.Checkpoint();
            SyncedLength = LengthOf(paths.Log);
            return true;
        }
        catch (EngineFailureException)
        {
            return false;
        }
    }

    public void Forget(IEnumerable<DocumentType> types)
    {
        foreach (var type in types) prepared.Remove(type);
    }

    public List<byte[]> Bodies(StoredType type)
    {
        var bodies = new List<byte[]>();
        using var reader = Engine.Query(catalog.Get(type).Collection, new LiteDB.Query());
        while (reader.Read()) bodies.Add(StoredDocument.Body(reader.Current).ToArray());
        return bodies;
    }

    /// <summary>Reads everything there is, by each index.</summary>
    public void Verify()
    {
        foreach (var entry in catalog.Entries)
        {
            using (var reader = Engine.Query(entry.Collection, new LiteDB.Query()))
            {
                while (reader.Read()) StoredDocument.Body(reader.Current);
            }

            foreach (var (_, expression) in Catalog.IndexesOf(entry)) Walk(entry.Collection, expression);
        }
    }

    public void Dispose()
    {
        log?.Dispose();
        Engine.Dispose();
    }

    static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    void Walk(string collection, string expression)
    {
        var query = new LiteDB.Query { Select = LiteDB.BsonExpression.Create("$._id"), OrderBy = LiteDB.BsonExpression.Create(expression) };
        using var reader = Engine.Query(collection, query);
        while (reader.Read()) continue;
    }

    /// <summary>Other versions of the module have to look at the collection again.</summary>
    void Forget(DocumentType changed)
    {
        foreach (var other in prepared.Keys.Where(other => Catalog.KeyOf(other) == Catalog.KeyOf(changed)).ToList()) prepared.Remove(other);
    }

    sealed record Preparation(string? Collection, StorageUnavailableException? Refusal);
}
