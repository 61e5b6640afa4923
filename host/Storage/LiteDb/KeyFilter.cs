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
    readonly PlaceFilter? places;

    public KeyFilter(QueryShape query, PartitionSeal seal)
    {
        (this.query, stored) = (query, new(query.Type));
        places = PlaceFilter.Of(query, seal);
        HashSet<Predicate> told = new(places?.Told ?? [], ReferenceEqualityComparer.Instance);
        foreach (var term in QueryPlanner.TermsOf(query).Where(term => !told.Contains(term)))
            if (!TryAdd(term, seal)) rest.Add(term);
    }

    /// <summary>Whether the keys tell all that is asked.</summary>
    public bool TellsAll => rest.Count == 0;

    /// <summary>What has to be read.</summary>
    /// <param name="withBody">Whether documents are opened too.</param>
    public string[] Select(bool withBody) =>
        [StoredDocument.Id, .. Only(StoredDocument.Content, withBody), .. Only(StoredDocument.Weights, query.Search is not null), .. Only(StoredDocument.Place, places is not null), .. fields.Select(field => field.Field).Distinct()];

    static string[] Only(string field, bool isAsked) => isAsked ? [field] : [];

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
        if (places?.Holds(document[StoredDocument.Place].AsBinary) == false) return false;
        foreach (var (field, keys) in fields)
            if (!(document[field] is { IsArray: true } list ? list.AsArray.Any(key => Is(key, keys)) : Is(document[field], keys))) return false;
        return true;
    }

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
