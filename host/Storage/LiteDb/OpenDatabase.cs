using Microsoft.Win32.SafeHandles;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>A database file while it is open. What changes its collections runs while no reader is inside.</summary>
sealed class OpenDatabase(DatabasePaths paths, IDiskSync sync, Engine engine, Catalog catalog, KeptMemory memory, PartitionSeal seal) : IDisposable
{
    const int Measured = 100;

    readonly Dictionary<DocumentType, Preparation> prepared = [];
    SafeFileHandle? log;

    public Engine Engine { get; } = engine;

    public PartitionSeal Seal => seal;

    public NarrowestPlan Narrowest { get; } = new();

    public KnownCounts Counts { get; } = new();

    public IEnumerable<StoredType> Types => catalog.Types;

    /// <summary>How much of the log is known to be on disk; what comes after it was never acknowledged.</summary>
    public long SyncedLength { get; private set; }

    public static OpenDatabase Open(DatabasePaths paths, IDiskSync sync, KeptMemory memory, PartitionSeal seal)
    {
        var engine = Engine.Open(paths.Data);
        try
        {
            return new(paths, sync, engine, Catalog.Load(engine), memory, seal) { SyncedLength = LengthOf(paths.Log) };
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

    /// <summary>All documents of a prepared type from memory, or null where the engine has to be asked.</summary>
    public KeptDocuments? Kept(DocumentType type) => prepared[type] is { Collection: { } collection } preparation ? preparation.Kept.Find(this, collection) : null;

    /// <summary>Nothing of these collections is kept from before the change on, by whatever version of a module it was read.</summary>
    public void Change(IReadOnlyCollection<string> collections, Action change)
    {
        var kept = prepared.Values.Where(preparation => preparation.Collection is { } collection && collections.Contains(collection)).Select(preparation => preparation.Kept).ToList();
        foreach (var collection in kept) collection.BeginChange();
        Counts.Change(collections);
        try
        {
            change();
        }
        finally
        {
            Counts.Change(collections);
            foreach (var collection in kept) collection.EndChange();
        }
    }

    public void Prepare(DocumentType type, bool create)
    {
        try
        {
            if (new CollectionPreparation(Engine, catalog, type, seal).Run(create))
            {
                Forget(type);
                Counts.Change([catalog.Find(type)!.Collection]);
                SyncLog();
            }

            prepared[type] = new(catalog.Find(type)?.Collection, null, new(type, memory));
        }
        catch (StorageUnavailableException refusal)
        {
            prepared[type] = new(null, refusal, new(type, memory));
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
        foreach (var type in types)
            if (prepared.Remove(type, out var preparation)) preparation.Kept.Drop();
    }

    public IEnumerable<byte[]> Bodies(StoredType type)
    {
        using var reader = Engine.Query(catalog.Get(type).Collection, new LiteDB.Query());
        while (reader.Read()) yield return StoredDocument.Body(reader.Current).ToArray();
    }

    /// <summary>Some documents of a type as they are stored, in the order of their ids.</summary>
    public IReadOnlyList<(Guid Id, byte[] Body)> After(StoredType type, Guid id, int count)
    {
        var found = new List<(Guid, byte[])>();
        using var reader = Engine.Query(catalog.Get(type).Collection, Lookup.After(id, count));
        while (reader.Read()) found.Add((reader.Current["_id"].AsGuid, StoredDocument.Body(reader.Current).ToArray()));
        return found;
    }

    public IReadOnlyList<HeldDocuments> Measure() => [.. Types.Select(Measure)];

    HeldDocuments Measure(StoredType type)
    {
        var (count, lengths) = (CountOf(catalog.Get(type).Collection), Bodies(type).Take(Measured).Select(body => (double)body.Length).ToList());
        return new(type.Owner, count, lengths.Count == 0 ? 0 : (long)(count * lengths.Average()));
    }

    /// <summary>Walks over the keys alone.</summary>
    long CountOf(string collection)
    {
        var count = 0L;
        using var reader = Engine.Query(collection, new LiteDB.Query { Select = LiteDB.BsonExpression.Create("$._id") });
        while (reader.Read()) count++;
        return count;
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
        Forget([.. prepared.Keys]);
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
    void Forget(DocumentType changed) => Forget([.. prepared.Keys.Where(other => Catalog.KeyOf(other) == Catalog.KeyOf(changed))]);

    sealed record Preparation(string? Collection, StorageUnavailableException? Refusal, KeptCollection Kept);
}
