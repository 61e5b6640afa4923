using System.Text;
using System.Text.Json.Nodes;
using LiteDB;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Makes a type's collection, or brings it to the type's schema and indexes. Runs while no reader is inside.</summary>
sealed class CollectionPreparation(Engine engine, Catalog catalog, DocumentType type, PartitionSeal seal)
{
    readonly string definition = Catalog.DefinitionOf(type);

    /// <summary>Whether anything was changed.</summary>
    /// <exception cref="StorageUnavailableException">The stored documents can't be brought to this type; they are as before.</exception>
    public bool Run(bool create)
    {
        if (catalog.Find(type) is not { } entry)
        {
            if (create) Change(new(catalog.NextCollection(), type.Schema, definition), CreateIndexes);
            return create;
        }

        if (entry.Schema > type.Schema)
            throw Refuse($"has schema {entry.Schema} here, this version of the module knows {type.Schema}");
        if (entry.Schema == type.Schema && entry.Definition == definition) return false;
        Change(entry with { Schema = type.Schema, Definition = definition }, next => Rewrite(entry, next));
        return true;
    }

    void Change(CatalogEntry entry, Action<CatalogEntry> change)
    {
        engine.Begin();
        try
        {
            change(entry);
            catalog.Write(type, entry);
            engine.Commit();
        }
        catch (Exception failure) when (failure is not EngineFailureException)
        {
            engine.Rollback();
            throw failure as StorageUnavailableException ?? Refuse("could not be brought to its present shape: " + failure.Message, failure);
        }

        catalog.Remember(type, entry);
    }

    /// <summary>LiteDB makes the collection with the first index or document in it.</summary>
    void CreateIndexes(CatalogEntry entry)
    {
        foreach (var (name, expression) in Catalog.IndexesOf(entry)) engine.EnsureIndex(entry.Collection, name, expression);
        if (Catalog.IndexesOf(entry).Any()) return;
        var nothing = new BsonDocument { ["_id"] = Guid.Empty };
        engine.Insert(entry.Collection, nothing);
        engine.Delete(entry.Collection, nothing["_id"]);
    }

    void Rewrite(CatalogEntry before, CatalogEntry entry)
    {
        var collection = entry.Collection;
        foreach (var (name, _) in Catalog.IndexesOf(before)) engine.DropIndex(collection, name);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stored in ReadAll(collection))
        {
            var renewed = StoredDocument.Write(type, Upgrade(stored, before.Schema), seal);
            CheckUnique(renewed, taken);
            engine.Update(collection, renewed);
        }

        CreateIndexes(entry);
    }

    List<BsonDocument> ReadAll(string collection)
    {
        var all = new List<BsonDocument>();
        using var reader = engine.Query(collection, new Query());
        while (reader.Read()) all.Add(reader.Current);
        return all;
    }

    Document Upgrade(BsonDocument stored, int from)
    {
        var json = (JsonObject)JsonNode.Parse(seal.Open(type.Owner, type.Name, StoredDocument.Body(stored).ToArray()))!;
        for (var schema = from; schema < type.Schema; schema++) json = type.Upgrades[schema](json);
        var document = type.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
        return document.Id == stored["_id"].AsGuid && document.Version == stored["v"].AsInt32
            ? document
            : throw new InvalidOperationException("A step changed an Id or a Version.");
    }

    void CheckUnique(BsonDocument renewed, HashSet<string> taken)
    {
        for (var i = 0; i < type.UniqueKeys.Count; i++)
        {
            foreach (var key in renewed["u" + i].AsArray)
            {
                if (!taken.Add(i + Convert.ToHexString(key.AsBinary)))
                    throw Refuse($"has documents with the same {type.UniqueKeys[i].Name}, which is now a unique key");
            }
        }
    }

    StorageUnavailableException Refuse(string why, Exception? cause = null) => new($"{type.Name} of '{type.Owner}' {why}.", cause);
}
