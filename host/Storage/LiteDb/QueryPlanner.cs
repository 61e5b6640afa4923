using LiteDB;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Picks the index that a query reads. Whatever it picks, the predicate decides over the documents found.</summary>
sealed class QueryPlanner(QueryShape query, PartitionSeal seal)
{
    readonly StoredKeys stored = new(query.Type);
    readonly List<Predicate> terms = [.. TermsOf(query)];

    public static QueryPlan Plan(QueryShape query, PartitionSeal seal) => new QueryPlanner(query, seal).Plan();

    /// <summary>What must all be met.</summary>
    public static IEnumerable<Predicate> TermsOf(QueryShape query) => query.Predicates.SelectMany(Terms);

    QueryPlan Plan() => BySearch() ?? ById() ?? ByUniqueKey() ?? ByKeys() ?? ByItem() ?? ByOrder() ?? ByRange() ?? All();

    static IEnumerable<Predicate> Terms(Predicate predicate) => predicate is All both ? Terms(both.Left).Concat(Terms(both.Right)) : [predicate];

    QueryPlan All() => new("_id", IsExact: terms.Count == 0);

    /// <summary>Reads the documents that hold the longest of the words, which is likely the rarest; the others are looked for in these.</summary>
    QueryPlan? BySearch()
    {
        if (query.Search is not { } search) return null;
        if (search.Words.Count == 0) return new(StoredDocument.Terms, IsArray: true, Keys: []);
        var isHashed = query.Type.Searched is { IsPersonal: true };
        var word = search.Words.OrderBy(word => word.Prefix is not null && !isHashed).ThenByDescending(word => word.Terms.Max(term => term.Length)).First();
        return new(
            StoredDocument.Terms, IsArray: true, Keys: [.. (isHashed ? [] : word.Terms).Concat(word.Hashes.Widest).Select(StoredKeys.OfTerm)],
            Range: isHashed ? null : word.Prefix is { } prefix ? new(IndexKey.Of(prefix), IndexKey.LastWithPrefix(prefix), IsExact: false) : null);
    }

    QueryPlan? ById()
    {
        foreach (var term in terms)
        {
            if (KeyRange.Of(term, nameof(Document.Id)) is not { } keys || !keys.All(key => key.IsPoint)) continue;
            return new("_id", Keys: [.. keys.Where(key => key.From.Length > 1).Select(IdOf)], IsExact: terms.Count == 1);
        }

        return null;
    }

    static BsonValue IdOf(KeyRange key) => new Guid(key.From.AsSpan(1), bigEndian: true);

    QueryPlan? ByUniqueKey()
    {
        for (var i = 0; i < query.Type.UniqueKeys.Count; i++)
        {
            var values = query.Type.UniqueKeys[i].Parts.Select(EqualTo).ToList();
            if (values.Contains(null) || IndexKey.OfAll(values) is not { } key) continue;
            return new("u" + i, IsArray: true, Keys: [.. stored.Find(query.Type.UniqueKeys[i], key, seal)]);
        }

        return null;
    }

    object? EqualTo(DocumentIndex part) => terms.OfType<Compare>()
        .Where(compare => compare is { Comparison: Comparison.Equal, Left: PropertyOperand { IsIndexable: true } property, Right: ConstantOperand }
            && property.Path.Name == part.Path)
        .Select(compare => ((ConstantOperand)compare.Right).Value)
        .FirstOrDefault(value => value is not (null or double));

    QueryPlan? ByKeys()
    {
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            if (query.Type.Indexes[i] is not { IsList: false } index) continue;
            foreach (var term in terms)
            {
                if (KeyRange.Of(term, index.Path) is { } keys && keys.All(key => key.IsPoint))
                    return new("i" + i, Keys: [.. keys.SelectMany(key => stored.Find(index, key.From, seal))], IsExact: terms.Count == 1 && keys.All(key => key.IsExact));
            }
        }

        return null;
    }

    QueryPlan? ByItem()
    {
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            if (query.Type.Indexes[i] is not { IsList: true } index) continue;
            foreach (var term in terms.OfType<HasItem>().Where(term => term.List.Name == index.Path && term.Item is not null))
            {
                if (KeyRange.Of(term.Item!, "") is [{ IsPoint: true } key])
                    return new("i" + i, IsArray: true, Keys: [.. stored.Find(index, key.From, seal)], IsExact: terms.Count == 1 && key.IsExact);
            }
        }

        return null;
    }

    /// <summary>In the order that is asked for, reading can end early.</summary>
    QueryPlan? ByOrder()
    {
        if (query.Orderings is not [var first, ..] || query.Take == int.MaxValue) return null;
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            if (query.Type.Indexes[i] is not { IsList: false, IsPersonal: false } index || index.Path != first.Path.Name) continue;
            return InRange(i) with { Direction = first.IsDescending ? Query.Descending : Query.Ascending, IsOrdered = true };
        }

        return null;
    }

    QueryPlan? ByRange() => Enumerable.Range(0, query.Type.Indexes.Count)
        .Where(i => query.Type.Indexes[i] is { IsList: false, IsPersonal: false })
        .Select(InRange)
        .Where(plan => plan.Range is not null || plan.Keys is not null)
        .OrderBy(plan => (plan.Range?.From == IndexKey.First ? 1 : 0) + (plan.Range?.To == IndexKey.Last ? 1 : 0))
        .FirstOrDefault();

    /// <summary>An empty range is not given to LiteDB, which would return the documents at its beginning.</summary>
    QueryPlan InRange(int i)
    {
        var ranges = terms.Select(term => KeyRange.Of(term, query.Type.Indexes[i].Path)).ToList();
        var single = ranges.OfType<IReadOnlyList<KeyRange>>().Where(keys => keys.Count == 1).Select(keys => keys[0]).ToList();
        var range = single.Count == 0 ? null : single.Aggregate((left, right) => left.Intersect(right));
        if (range is { IsEmpty: true }) return new("i" + i, Keys: [], IsExact: true);
        return new("i" + i, Range: range, IsExact: single.Count == terms.Count && range?.IsExact != false);
    }
}
