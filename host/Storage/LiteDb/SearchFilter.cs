using LiteDB;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>What a search can tell of a document by the keys and terms that are stored beside it, so that few have to be opened.</summary>
sealed class SearchFilter
{
    readonly QueryShape query;
    readonly List<(string Field, List<byte[]> Keys)> fields = [];
    readonly List<Predicate> rest = [];

    public SearchFilter(QueryShape query, PartitionSeal seal)
    {
        this.query = query;
        foreach (var term in QueryPlanner.TermsOf(query))
            if (!TryAdd(term, seal)) rest.Add(term);
        Select = StoredDocument.Searchable.TrimEnd('}') + string.Concat(fields.Select(field => field.Field).Distinct().Select(field => $", {field}: $.{field}")) + "}";
    }

    /// <summary>What has to be read.</summary>
    public string Select { get; }

    /// <summary>How well a document meets the words, 0 where it does not, or has another key than is asked for.</summary>
    public int Score(BsonDocument stored)
    {
        foreach (var (field, keys) in fields)
            if (stored[field] is not { IsBinary: true } key || !keys.Exists(wanted => key.AsBinary.AsSpan().SequenceEqual(wanted))) return 0;
        return MayHold(stored) ? query.Search!.Score(StoredDocument.TermsOf(stored)) : 0;
    }

    /// <summary>Whether a document meets what its keys do not tell; it is opened only where that is something.</summary>
    public bool Matches(Func<Document> open) => rest.Count == 0 || rest.TrueForAll(term => term.Matches(open()));

    /// <summary>Looks for hashes as they are written, which is quicker than taking all terms apart.</summary>
    bool MayHold(BsonDocument stored)
    {
        if (query.Type.Searched is not { IsPersonal: true }) return true;
        var written = StoredDocument.WrittenTermsOf(stored);
        return query.Search!.Words.All(word => word.Hashes.Widest.Any(hash => written.Contains(hash, StringComparison.Ordinal)));
    }

    bool TryAdd(Predicate term, PartitionSeal seal)
    {
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            var index = query.Type.Indexes[i];
            if (index.IsList || KeyRange.Of(term, index.Path) is not { } keys || !keys.All(key => key.IsPoint)) continue;
            fields.Add(("i" + i, [.. keys.SelectMany(key => new StoredKeys(query.Type).Find(index, key.From, seal)).Select(key => key.AsBinary)]));
            return keys.All(key => key.IsExact);
        }

        return false;
    }
}
