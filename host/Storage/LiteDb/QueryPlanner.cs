using LiteDB;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Tells which indexes a query can be answered by. Whichever is read, the predicate decides over the documents found.</summary>
sealed class QueryPlanner(QueryShape query, PartitionSeal seal)
{
    readonly StoredKeys stored = new(query.Type);
    readonly List<Predicate> terms = [.. TermsOf(query)];
    readonly PlaceFilter? places = PlaceFilter.Of(query, seal);

    /// <summary>The plan that most likely reads the fewest documents.</summary>
    public static QueryPlan Plan(QueryShape query, PartitionSeal seal) => Plans(query, seal)[0];

    /// <summary>Plans of which each finds all of the query's documents, and some that it has to leave out; the likely narrowest first.</summary>
    public static IReadOnlyList<QueryPlan> Plans(QueryShape query, PartitionSeal seal) => new QueryPlanner(query, seal).Plans();

    /// <summary>What must all be met.</summary>
    public static IEnumerable<Predicate> TermsOf(QueryShape query) => query.Predicates.SelectMany(TermsOf);

    public static IEnumerable<Predicate> TermsOf(Predicate predicate) => predicate is All both ? TermsOf(both.Left).Concat(TermsOf(both.Right)) : [predicate];

    List<QueryPlan> Plans()
    {
        if (query.Search is { Words.Count: 0 }) return [new(StoredDocument.Terms, IsArray: true, Keys: [])];
        List<QueryPlan> single = [.. ById(), .. ByUniqueKey()];
        if (query.Search is null && single.Count > 0) return single[..1];
        List<QueryPlan> all = [.. single, .. BySearch(), .. ByPlace(), .. ByKeys(), .. ByItem()];
        return all.Count > 0 ? all : [ByOrder() ?? ByRange() ?? All()];
    }

    QueryPlan All() => new("_id", IsExact: terms.Count == 0);

    /// <summary>The documents of one word each: the longest is likely the rarest.</summary>
    IEnumerable<QueryPlan> BySearch()
    {
        if (query.Search is not { } search) return [];
        var isHashed = query.Type.Searched is { IsPersonal: true };
        return search.Words.OrderBy(word => word.Prefix is not null && !isHashed).ThenByDescending(word => word.Terms.Max(term => term.Length)).Select(word => new QueryPlan(
            StoredDocument.Terms, IsArray: true, Keys: [.. isHashed ? [] : word.Terms.Select(StoredKeys.OfTerm)],
            Ranges: [.. word.Hashes.Widest.Select(StoredKeys.RangeOf), .. isHashed || word.Prefix is null ? [] : RangeOf(word.Prefix)],
            IsExact: isHashed && search.Words.Count == 1 && IsOfPlaceAlone, Within: places));
    }

    /// <summary>Whether nothing is asked but where a document lies.</summary>
    bool IsOfPlaceAlone => terms.Count == (places?.Told.Count() ?? 0);

    /// <summary>All that lies in a part of the village.</summary>
    IEnumerable<QueryPlan> ByPlace() => (places?.Ranges ?? []).Select(ranges => new QueryPlan(
        StoredDocument.Terms, IsArray: true, Ranges: ranges, IsExact: query.Search is null && IsOfPlaceAlone, Within: places, IsByPlace: true));

    static IEnumerable<KeyRange> RangeOf(string prefix) => [new(IndexKey.Of(prefix), IndexKey.LastWithPrefix(prefix), IsExact: false)];

    /// <summary>
    /// Plans that read one after the other what a single word finds, the best first, so that reading ends when whoever asked has enough; null where the order is
    /// another one. Each range is in the order of ids. A document may come again, as less than it is.
    /// </summary>
    public static IReadOnlyList<QueryPlan>? BestFirst(QueryShape query)
    {
        if (query is not { IsByRelevance: true, Orderings.Count: 0, Search.Words: [var word], Type.Searched: { IsPersonal: true } searched }) return null;
        var ranges = RangesOf(word.Hashes.Whole, searched, times: 2).Concat(RangesOf(word.Hashes.Beginning, searched, times: 1));
        return [.. from range in ranges group range.Range by range.Score into equal orderby equal.Key descending select new QueryPlan(StoredDocument.Terms, IsArray: true, Ranges: [.. equal])];
    }

    static IEnumerable<(int Score, KeyRange Range)> RangesOf(IReadOnlyList<string> hashes, SearchedText searched, int times) =>
        from hash in hashes from weight in searched.Weights select (times * weight, StoredKeys.RangeOf(hash, weight));

    IEnumerable<QueryPlan> ById() =>
        from term in terms
        where KeyRange.Of(term, nameof(Document.Id)) is { } keys && keys.All(key => key.IsPoint)
        select new QueryPlan("_id", Keys: [.. KeyRange.Of(term, nameof(Document.Id))!.Where(key => key.From.Length > 1).Select(IdOf)], IsExact: IsAll(term));

    static BsonValue IdOf(KeyRange key) => new Guid(key.From.AsSpan(1), bigEndian: true);

    IEnumerable<QueryPlan> ByUniqueKey()
    {
        for (var i = 0; i < query.Type.UniqueKeys.Count; i++)
        {
            var values = query.Type.UniqueKeys[i].Parts.Select(EqualTo).ToList();
            if (values.Contains(null) || IndexKey.OfAll(values) is not { } key) continue;
            yield return new("u" + i, IsArray: true, Keys: [.. stored.Find(query.Type.UniqueKeys[i], key, seal)]);
        }
    }

    object? EqualTo(DocumentIndex part) => terms.OfType<Compare>()
        .Where(compare => compare is { Comparison: Comparison.Equal, Left: PropertyOperand { IsIndexable: true } property, Right: ConstantOperand }
            && property.Path.Name == part.Path)
        .Select(compare => ((ConstantOperand)compare.Right).Value)
        .FirstOrDefault(value => value is not (null or double));

    IEnumerable<QueryPlan> ByKeys()
    {
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            if (query.Type.Indexes[i] is not { IsList: false } index) continue;
            foreach (var term in terms)
            {
                if (KeyRange.Of(term, index.Path) is { } keys && keys.All(key => key.IsPoint))
                    yield return new("i" + i, Keys: [.. keys.SelectMany(key => stored.Find(index, key.From, seal))], IsExact: IsAll(term) && keys.All(key => key.IsExact));
            }
        }
    }

    IEnumerable<QueryPlan> ByItem()
    {
        for (var i = 0; i < query.Type.Indexes.Count; i++)
        {
            if (query.Type.Indexes[i] is not { IsList: true } index) continue;
            foreach (var term in terms.OfType<HasItem>().Where(term => term.List.Name == index.Path && term.Item is not null))
            {
                if (KeyRange.Of(term.Item!, "") is [{ IsPoint: true } key])
                    yield return new("i" + i, IsArray: true, Keys: [.. stored.Find(index, key.From, seal)], IsExact: IsAll(term) && key.IsExact);
            }
        }
    }

    /// <summary>Whether nothing else is asked.</summary>
    bool IsAll(Predicate term) => query.Search is null && terms.Count == 1 && terms[0] == term;

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
        .Where(plan => plan.Ranges is not null || plan.Keys is not null)
        .OrderBy(plan => (plan.Ranges?[0].From == IndexKey.First ? 1 : 0) + (plan.Ranges?[0].To == IndexKey.Last ? 1 : 0))
        .FirstOrDefault();

    /// <summary>An empty range is not given to LiteDB, which would return the documents at its beginning.</summary>
    QueryPlan InRange(int i)
    {
        var ranges = terms.Select(term => KeyRange.Of(term, query.Type.Indexes[i].Path)).ToList();
        var single = ranges.OfType<IReadOnlyList<KeyRange>>().Where(keys => keys.Count == 1).Select(keys => keys[0]).ToList();
        var range = single.Count == 0 ? null : single.Aggregate((left, right) => left.Intersect(right));
        if (range is { IsEmpty: true }) return new("i" + i, Keys: [], IsExact: true);
        return new("i" + i, Ranges: range is null ? null : [range], IsExact: single.Count == terms.Count && range?.IsExact != false);
    }
}
