using LiteDB;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>What the keys and terms that are stored beside a document tell of it, so that few have to be opened.</summary>
sealed class KeyFilter
{
    readonly QueryShape query;
    readonly StoredKeys stored;
    readonly List<(string Field, List<byte[]> Keys)> fields = [];
    readonly List<Predicate> rest = [];

    public KeyFilter(QueryShape query, PartitionSeal seal)
    {
        (this.query, stored) = (query, new(query.Type));
        foreach (var term in QueryPlanner.TermsOf(query))
            if (!TryAdd(term, seal)) rest.Add(term);
    }

    /// <summary>Whether the keys tell all that is asked.</summary>
    public bool TellsAll => rest.Count == 0;

    /// <summary>What has to be read.</summary>
    /// <param name="withBody">Whether documents are opened too.</param>
    public string Select(bool withBody) =>
        "{_id: $._id" + (withBody ? ", b: $.b" : "") + (query.Search is null ? "" : ", w: $.w") + string.Concat(fields.Select(field => field.Field).Distinct().Select(field => $", {field}: $.{field}")) + "}";

    /// <summary>How well a document meets the words, 0 where it does not, or has another key than is asked for.</summary>
    public int Score(BsonDocument document)
    {
        if (!Meets(document)) return 0;
        var written = StoredDocument.WrittenTermsOf(document);
        return query.Type.Searched is { IsPersonal: true } ? query.Search!.ScoreHashes(written) : query.Search!.Score(WeightedTerms.Parse(written));
    }

    /// <summary>Whether a document has the keys that are asked for.</summary>
    public bool Meets(BsonDocument document)
    {
        foreach (var (field, keys) in fields)
            if (!(document[field] is { IsArray: true } list ? list.AsArray.Any(key => Is(key, keys)) : Is(document[field], keys))) return false;
        return true;
    }

    /// <summary>Whether a document meets what its keys do not tell; it is opened only where that is something.</summary>
    public bool Matches(Func<Document> open) => TellsAll || rest.TrueForAll(term => term.Matches(open()));

    static bool Is(BsonValue key, List<byte[]> keys) => key.IsBinary && keys.Exists(wanted => key.AsBinary.AsSpan().SequenceEqual(wanted));

    bool TryAdd(Predicate term, PartitionSeal seal)
    {
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            var index = query.Type.Indexes[i];
            if (KeysOf(term, index) is not { } keys || !keys.All(key => key.IsPoint)) continue;
            fields.Add(("i" + i, [.. keys.SelectMany(key => stored.Find(index, key.From, seal)).Select(key => key.AsBinary)]));
            return keys.All(key => key.IsExact);
        }

        return false;
    }

    static IReadOnlyList<KeyRange>? KeysOf(Predicate term, DocumentIndex index) => index.IsList
        ? term is HasItem { Item: { } item } list && list.List.Name == index.Path && KeyRange.Of(item, "") is { Count: 1 } keys ? keys : null
        : KeyRange.Of(term, index.Path);
}
