using LiteDB;
using LiteDB.Engine;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>LiteDB's engine without its mapper and LINQ, whatever it throws told apart from what modules throw.</summary>
sealed class Engine(LiteEngine engine) : IDisposable
{
    public static Engine Open(string path) => EngineFailureException.Guard(() =>
        new Engine(new LiteEngine(new EngineSettings { Filename = path, Collation = Collation.Binary })));

    /// <summary>Makes a new file.</summary>
    public static void Create(string path)
    {
        using var engine = Open(path);
        engine.DisableCheckpoints();
        engine.Checkpoint();
    }

    /// <summary>Checkpoints are taken by the owner, when no reader is inside.</summary>
    public void DisableCheckpoints() => EngineFailureException.Guard(() => engine.Pragma("CHECKPOINT", 0));

    public void Begin() => Demand(EngineFailureException.Guard(engine.BeginTrans), "A transaction is open already.");

    public void Commit() => Demand(EngineFailureException.Guard(engine.Commit), "No transaction was open.");

    public void Rollback() => EngineFailureException.Guard(engine.Rollback);

    public void Insert(string collection, BsonDocument document) =>
        EngineFailureException.Guard(() => engine.Insert(collection, [document], BsonAutoId.ObjectId));

    public void Update(string collection, BsonDocument document) =>
        Demand(EngineFailureException.Guard(() => engine.Update(collection, [document])) == 1, "A document to replace is gone.");

    public void Upsert(string collection, BsonDocument document) =>
        EngineFailureException.Guard(() => engine.Upsert(collection, [document], BsonAutoId.ObjectId));

    public void Delete(string collection, BsonValue id) =>
        Demand(EngineFailureException.Guard(() => engine.Delete(collection, [id])) == 1, "A document to delete is gone.");

    public void EnsureIndex(string collection, string name, string expression) =>
        EngineFailureException.Guard(() => engine.EnsureIndex(collection, name, BsonExpression.Create(expression), unique: false));

    public void DropIndex(string collection, string name) => EngineFailureException.Guard(() => engine.DropIndex(collection, name));

    public void Checkpoint() => EngineFailureException.Guard(engine.Checkpoint);

    public EngineReader Query(string collection, Query query) => new(EngineFailureException.Guard(() => engine.Query(collection, query)));

    public void Dispose() => engine.Dispose();

    static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new EngineFailureException(new InvalidOperationException(otherwise));
    }
}

sealed class EngineReader(IBsonDataReader reader) : IDisposable
{
    public BsonDocument Current => reader.Current.AsDocument;

    public bool Read() => EngineFailureException.Guard(reader.Read);

    public void Dispose() => reader.Dispose();
}
