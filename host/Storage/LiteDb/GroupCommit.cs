using LiteDB;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// Saves waiting units of work in one transaction. A unit whose checks fail is left out before it has written anything,
/// so it harms no other. Synchronous from begin to commit: LiteDB ties a transaction to its thread.
/// </summary>
sealed class GroupCommit(OpenDatabase database)
{
    readonly List<(UnitOfWork Unit, Exception Failure)> refused = [];
    readonly List<UnitOfWork> saved = [];

    public IReadOnlyList<(UnitOfWork Unit, Exception Failure)> Refused => refused;

    public IReadOnlyList<UnitOfWork> Saved => saved;

    /// <exception cref="EngineFailureException">Nothing was saved.</exception>
    public void Run(IReadOnlyCollection<UnitOfWork> group) => database.Change([.. group.SelectMany(unit => unit.Types).Distinct().Select(CollectionOf)], () => Save(group));

    void Save(IEnumerable<UnitOfWork> group) => EngineFailureException.Guard(() =>
    {
        database.Engine.Begin();
        foreach (var unit in group) Apply(unit);
        if (saved.Count == 0)
        {
            database.Engine.Rollback();
            return false;
        }

        database.Engine.Commit();
        database.SyncLog();
        return true;
    });

    void Apply(UnitOfWork unit)
    {
        if (FindFailure(unit) is { } failure)
        {
            refused.Add((unit, failure));
            return;
        }

        foreach (var change in unit.Changes) Apply(change);
        var last = new Dictionary<DocumentType, Document?>();
        foreach (var document in unit.Appended)
        {
            if (!last.TryGetValue(document.Type, out var before)) before = LastOf(document.Type);
            database.Engine.Insert(CollectionOf(document.Type), document.After(before));
            last[document.Type] = document.Made;
        }

        saved.Add(unit);
    }

    void Apply(Change change)
    {
        var collection = CollectionOf(change.Type);
        if (change.Kind == ChangeKind.Delete) database.Engine.Delete(collection, change.Document.Id);
        else if (change.Kind == ChangeKind.Store && change.Based == 0) database.Engine.Insert(collection, change.Stored!);
        else if (change.Kind == ChangeKind.Store) database.Engine.Update(collection, change.Stored!);
    }

    Exception? FindFailure(UnitOfWork unit)
    {
        foreach (var change in unit.Changes)
        {
            var isNeverSaved = change.Kind == ChangeKind.Delete && change.Based == 0;
            if (isNeverSaved || VersionOf(change) != change.Based) return new ConcurrencyException(change.Type.Type, change.Document.Id);
        }

        return unit.Changes.Any(change => change.Type.UniqueKeys.Count > 0) ? new UniqueCheck(database, unit).FindDuplicate() : null;
    }

    int VersionOf(Change change)
    {
        using var reader = database.Engine.Query(CollectionOf(change.Type), Lookup.Version(change.Document.Id));
        return reader.Read() ? reader.Current["v"].AsInt32 : 0;
    }

    Document? LastOf(DocumentType type)
    {
        using var reader = database.Engine.Query(CollectionOf(type), Lookup.Last());
        return reader.Read() ? database.Seal.Read(type, StoredDocument.Body(reader.Current)) : null;
    }

    string CollectionOf(DocumentType type) => database.CollectionOf(type);
}

/// <summary>Looks whether a unit of work would give two documents the same unique key; documents may exchange their keys.</summary>
sealed class UniqueCheck(OpenDatabase database, UnitOfWork unit)
{
    readonly HashSet<(DocumentType, int, string)> claimed = [];

    public DuplicateException? FindDuplicate()
    {
        foreach (var change in unit.Changes.Where(change => change.Stored is not null))
        {
            for (var i = 0; i < change.Type.UniqueKeys.Count; i++)
            {
                if (KeysOf(change, i) is { Count: > 0 } keys && IsTaken(change, i, keys))
                    return new(change.Type.Type, change.Type.UniqueKeys[i].Name);
            }
        }

        return null;
    }

    /// <summary>The keys that another document with the same values may have: one, or where they are hashes one under each of the installation's keys.</summary>
    List<BsonValue> KeysOf(Change change, int index)
    {
        var unique = change.Type.UniqueKeys[index];
        return unique.IsPersonal
            ? [.. IndexKey.ForUnique(unique, change.Document).SelectMany(value => new StoredKeys(change.Type).Find(unique, value.AsBinary, database.Seal))]
            : [.. change.Stored!["u" + index].AsArray];
    }

    bool IsTaken(Change change, int index, List<BsonValue> keys) =>
        !claimed.Add((change.Type, index, Convert.ToHexString(keys[^1].AsBinary))) || keys.SelectMany(key => Holders(change.Type, index, key)).Any(id => !IsReplaced(change.Type, id));

    bool IsReplaced(DocumentType type, Guid id) =>
        unit.Changes.Any(change => change.Type == type && change.Document.Id == id && change.Kind != ChangeKind.Require);

    List<Guid> Holders(DocumentType type, int index, BsonValue key)
    {
        var holders = new List<Guid>();
        using var reader = database.Engine.Query(database.CollectionOf(type), Lookup.Holders(index, key));
        while (reader.Read()) holders.Add(reader.Current["_id"].AsGuid);
        return holders;
    }
}
