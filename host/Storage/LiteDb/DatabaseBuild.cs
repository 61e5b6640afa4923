using System.Text.Json;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Makes a database file from documents as they are; types that run here are brought to their present shape, others wait in theirs.</summary>
sealed class DatabaseBuild : IPartitionBuild
{
    const int Batch = 200;

    readonly DatabasePaths paths;
    readonly PartitionSeal seal;
    readonly IDiskSync sync;
    readonly Engine engine;
    readonly Catalog catalog;

    public DatabaseBuild(DatabasePaths paths, PartitionSeal seal, IDiskSync sync)
    {
        (this.paths, this.seal, this.sync) = (paths, seal, sync);
        Engine.Create(paths.Data);
        engine = Engine.Open(paths.Data);
        catalog = Catalog.Load(engine);
    }

    public void Add(StoredType type, IEnumerable<byte[]> documents)
    {
        var collection = "";
        foreach (var batch in documents.Chunk(Batch))
        {
            engine.Begin();
            if (collection.Length == 0) collection = catalog.Add(type);
            foreach (var body in batch) engine.Insert(collection, StoredDocument.Raw(HeadOf(body), body));
            engine.Commit();
            engine.Checkpoint();
        }
    }

    public void Prepare(DocumentSet documents)
    {
        foreach (var type in documents.Types) new CollectionPreparation(engine, catalog, type, seal).Run(create: false);
    }

    public string Finish()
    {
        engine.Checkpoint();
        engine.Dispose();
        File.Delete(paths.Log);
        using var file = File.OpenHandle(paths.Data, FileMode.Open, FileAccess.ReadWrite);
        sync.SyncFile(file);
        sync.SyncFolder(paths.Folder);
        return paths.Data;
    }

    public void Dispose() => engine.Dispose();

    static Head HeadOf(byte[] body) => JsonSerializer.Deserialize<Head>(body) ?? throw new JsonException("A document is null.");

    sealed record Head : Document;
}
