using LiteDB;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>What the file's own list says of a document type's collection. Collections are numbered, since LiteDB's names ignore case.</summary>
sealed record CatalogEntry(string Collection, int Schema, string Definition);

/// <summary>The list of collections in a file. Changed only while no reader is inside.</summary>
sealed class Catalog(Engine engine)
{
    public const string Collection = "catalog";

    readonly Dictionary<string, CatalogEntry> entries = new(StringComparer.Ordinal);

    public IEnumerable<CatalogEntry> Entries => entries.Values;

    public IEnumerable<StoredType> Types =>
        from entry in entries
        let parts = entry.Key.Split('/', 2)
        select new StoredType(parts[0], parts[1], entry.Value.Schema);

    public static string KeyOf(DocumentType type) => $"{type.Owner}/{type.Name}";

    public static string DefinitionOf(DocumentType type) => string.Join("; ",
        Sealing(type).Concat(type.Indexes.Select((index, i) => $"i{i}={index.Path}:{Scalar.CanonicalType(index.ValueType)!.Name}{(index.IsPersonal ? "#" : "")}{(index.IsList ? "[]" : "")}"))
            .Concat(type.UniqueKeys.Select((key, i) => $"u{i}={key.Name}{(key.IsPersonal ? "#" : "")}"))
            .Concat(type.Searched is { } searched ? [$"{StoredDocument.Terms}={searched.Definition}{(type.IsFoundByPlace ? $" in {type.Territory!.Name}" : "")}[]"] : []));

    /// <summary>Names and expressions of the indexes in LiteDB.</summary>
    public static IEnumerable<(string Name, string Expression)> IndexesOf(CatalogEntry entry)
    {
        foreach (var index in entry.Definition.Split("; ").Where(part => part.Contains('=', StringComparison.Ordinal)))
        {
            var name = index[..index.IndexOf('=', StringComparison.Ordinal)];
            var isArray = name.StartsWith('u') || index.EndsWith("[]", StringComparison.Ordinal);
            yield return (name, isArray ? $"$.{name}[*]" : $"$.{name}");
        }
    }

    /// <summary>Documents of before their type's first personal data become sealed, as they get new indexes.</summary>
    static IEnumerable<string> Sealing(DocumentType type) => type.IsPersonal ? ["sealed"] : [];

    public static Catalog Load(Engine engine)
    {
        var catalog = new Catalog(engine);
        using var reader = engine.Query(Collection, new Query());
        while (reader.Read())
        {
            var entry = reader.Current;
            catalog.entries[entry["_id"].AsString] = new(entry["c"].AsString, entry["s"].AsInt32, entry["x"].AsString);
        }

        return catalog;
    }

    public CatalogEntry? Find(DocumentType type) => entries.GetValueOrDefault(KeyOf(type));

    public CatalogEntry Get(StoredType type) => entries[KeyOf(type)];

    public string NextCollection() => "c" + entries.Count;

    /// <summary>Belongs into the transaction that changes the collection; <see cref="Remember"/> follows its commit.</summary>
    public void Write(DocumentType type, CatalogEntry entry) => Write(KeyOf(type), entry);

    public void Remember(DocumentType type, CatalogEntry entry) => entries[KeyOf(type)] = entry;

    /// <summary>Lists a type that has no indexes yet; belongs into the transaction that adds its first documents.</summary>
    /// <returns>The type's collection.</returns>
    public string Add(StoredType type)
    {
        var entry = new CatalogEntry(NextCollection(), type.Schema, "");
        Write(KeyOf(type), entry);
        entries.Add(KeyOf(type), entry);
        return entry.Collection;
    }

    public static string KeyOf(StoredType type) => $"{type.Owner}/{type.Name}";

    void Write(string key, CatalogEntry entry) => engine.Upsert(Collection, new BsonDocument
    {
        ["_id"] = key,
        ["c"] = entry.Collection,
        ["s"] = entry.Schema,
        ["x"] = entry.Definition,
    });
}
