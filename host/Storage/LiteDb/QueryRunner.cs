using LiteDB;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Runs a query to its end on the caller's thread, under the lease: a reader left open would lock the file for ever.</summary>
sealed class QueryRunner(DatabaseFile file, PartitionSeal seal, StorageMetrics metrics) : IQueryRunner
{
    const int Narrow = 4096;
    const int NarrowWhereOrdered = 1024;

    /// <summary>Of a word whose keys tell all, no other document is read but those of the page.</summary>
    const int NarrowWhereKeysTell = 256;

    public Document? Load(DocumentType type, Guid id)
    {
        metrics.CountQuery();
        return file.Read(type, (Document?)null, (open, collection) => open.Kept(type) is { } kept ? kept.Load(id) : Load(type, id, new(open, collection, metrics, CancellationToken.None)));
    }

    public Task<IReadOnlyList<Document>> ListAsync(QueryShape query, CancellationToken stop)
    {
        metrics.CountQuery();
        IReadOnlyList<Document> none = [];
        return Task.FromResult(query.Take == 0 ? none : file.Read(query.Type, none, (open, collection) =>
            KeptFor(query, open) is { } kept ? kept.List(query) : List(query, new(open, collection, metrics, stop))));
    }

    public Task<int> CountAsync(QueryShape query, CancellationToken stop)
    {
        metrics.CountQuery();
        return Task.FromResult(query.Take == 0 ? 0 : file.Read(query.Type, 0, (open, collection) =>
            KeptFor(query, open) is { } kept ? kept.Count(query) : Count(query, new(open, collection, metrics, stop))));
    }

    public Task<(IReadOnlyList<Document> Documents, int Count)> PageAsync(QueryShape query, CancellationToken stop)
    {
        metrics.CountQuery();
        return Task.FromResult(file.Read<(IReadOnlyList<Document>, int)>(query.Type, ([], 0), (open, collection) =>
            KeptFor(query, open) is { } kept ? (kept.List(query), kept.Count(query.Whole)) : PageOf(query, new(open, collection, metrics, stop))));
    }

    /// <summary>A search needs the terms that are stored beside the documents.</summary>
    static KeptDocuments? KeptFor(QueryShape query, OpenDatabase open) => query.Search is null ? open.Kept(query.Type) : null;

    Document? Load(DocumentType type, Guid id, StoredReader reader) => reader.Find(Lookup.Body(id)) is { } stored ? Opened(type, id, stored) : null;

    /// <exception cref="StorageUnavailableException">What is there is another document: somebody put it in its place.</exception>
    Document Opened(DocumentType type, Guid id, BsonDocument stored)
    {
        var document = seal.Read(type, StoredDocument.Body(stored));
        return document.Id == id ? document : throw new StorageUnavailableException($"In the place of the {type.Name} {id} is another one.");
    }

    List<Document> List(QueryShape query, StoredReader reader)
    {
        query = Sealed(query);
        var plan = Plan(query, reader);
        if (query.Search is not null) return Ranked(query, plan, reader);
        return Page(query, plan.IsOrdered ? Ordered(query, plan, reader) : Sorted(query, plan, reader));
    }

    /// <summary>What is ranked is found whole anyway, unless it can be read best first.</summary>
    (IReadOnlyList<Document> Documents, int Count) PageOf(QueryShape query, StoredReader reader)
    {
        var hashed = Sealed(query);
        if (hashed.Search is null) return (List(query, reader), Count(query.Whole, reader));
        var plan = Plan(hashed, reader);
        if (IsBestFirst(hashed, plan)) return (Ranked(hashed, plan, reader), Count(query.Whole, reader));
        var found = AllRanked(hashed, plan, reader);
        return (Page(hashed, found), found.Count);
    }

    int Count(QueryShape query, StoredReader reader)
    {
        query = Sealed(query);
        var plan = Plan(query, reader);
        var limit = (int)Math.Min(int.MaxValue, (long)query.Skip + query.Take);
        var found = plan.IsExact
            ? reader.Count(plan, limit)
            : Counted(query, plan, reader).Take(limit).Count();
        return Math.Max(0, found - query.Skip);
    }

    /// <summary>What can be read best first need not be narrow.</summary>
    QueryPlan Plan(QueryShape query, StoredReader reader)
    {
        var plans = QueryPlanner.Plans(query, seal);
        var last = query.Take == int.MaxValue || QueryPlanner.BestFirst(query) is null ? Narrow : plans[0].IsExact ? NarrowWhereKeysTell : NarrowWhereOrdered;
        return reader.Narrowest(plans, last);
    }

    /// <summary>With the hashes of the words that are searched.</summary>
    QueryShape Sealed(QueryShape query) => query is { Search: { } search, Type.Searched.HasPersonal: true } ? query with { Search = new StoredKeys(query.Type).Find(search, seal) } : query;

    static List<Document> Page(QueryShape query, IEnumerable<Document> ordered) => [.. ordered.Skip(query.Skip).Take(query.Take)];

    List<Document> Sorted(QueryShape query, QueryPlan plan, StoredReader reader)
    {
        var found = Met(query, plan, reader).ToList();
        if (found.Count > 1 && (query.Orderings.Count > 0 || plan.Field != "_id" || plan.Keys is not null)) found.Sort(query.Compare);
        return found;
    }

    List<Document> Ranked(QueryShape query, QueryPlan plan, StoredReader reader) => Page(query, IsBestFirst(query, plan)
        ? BestFirst(query, [.. QueryPlanner.BestFirst(query)!.Select(each => each with { IsExact = plan.IsExact, Within = plan.Within })], reader)
        : AllRanked(query, plan, reader));

    static bool IsBestFirst(QueryShape query, QueryPlan plan) =>
        query.Take < int.MaxValue && plan is { Field: StoredDocument.Terms, IsByPlace: false } && QueryPlanner.BestFirst(query) is not null;

    List<Found> AllRanked(QueryShape query, QueryPlan plan, StoredReader reader)
    {
        var found = Found(query, plan, [], reader).ToList();
        found.Sort(query.Compare);
        return found;
    }

    static List<Document> Page(QueryShape query, IEnumerable<Found> ordered) => [.. ordered.Skip(query.Skip).Take(query.Take).Select(found => found.Document).OfType<Document>()];

    /// <summary>Sorts only what the index leaves equal, and stops when whoever asked has enough.</summary>
    IEnumerable<Document> Ordered(QueryShape query, QueryPlan plan, StoredReader reader)
    {
        var key = query.Orderings[0].Read;
        var equal = new List<Document>();
        foreach (var document in Met(query, plan, reader))
        {
            if (equal.Count > 0 && !IndexKey.IsSame(key(equal[0]), key(document)))
            {
                equal.Sort(query.Compare);
                foreach (var next in equal) yield return next;
                equal.Clear();
            }

            equal.Add(document);
        }

        equal.Sort(query.Compare);
        foreach (var next in equal) yield return next;
    }

    IEnumerable<object> Counted(QueryShape query, QueryPlan plan, StoredReader reader)
    {
        if (query.Search is not null) return Found(query, plan, [], reader);
        var filter = new KeyFilter(query, seal);
        return filter.TellsAll ? reader.Read(plan, filter.Select(withBody: false)).Where(filter.Meets) : Met(query, plan, reader);
    }

    IEnumerable<Found> BestFirst(QueryShape query, IReadOnlyList<QueryPlan> plans, StoredReader reader)
    {
        var read = new HashSet<Guid>();
        return plans.SelectMany(plan => InOrder.Of(plan.Ranges!.Select(range => Of(plan with { Ranges = [range] })), found => found.Id));

        IEnumerable<Found> Of(QueryPlan range) => range.IsExact ? Told(query, range, read, reader) : Found(query, range, read, reader);
    }

    /// <summary>Documents of which the keys tell that they are wanted; none is read before something else is asked of it.</summary>
    IEnumerable<Found> Told(QueryShape query, QueryPlan plan, HashSet<Guid> read, StoredReader reader)
    {
        var filter = new KeyFilter(query, seal);
        foreach (var id in reader.Keys(plan).Select(key => StoredKeys.DocumentOf(key.AsBinary)))
            if (read.Add(id)) yield return new(id, score: 0, () => Load(query, id, filter, reader));
    }

    /// <summary>Documents that hold every word, not opened before something else is asked of them. One can be read by several terms.</summary>
    IEnumerable<Found> Found(QueryShape query, QueryPlan plan, HashSet<Guid> read, StoredReader reader)
    {
        var filter = new KeyFilter(query, seal);
        var isOpened = !filter.TellsAll || query.Orderings.Count > 0;
        var withBody = isOpened || plan.IsByPlace;
        foreach (var stored in reader.Read(plan, filter.Select(withBody)))
        {
            var id = stored["_id"].AsGuid;
            if (!read.Add(id) || filter.Score(stored) is not (> 0 and var score)) continue;
            var found = new Found(id, score, () => withBody ? Wanted(query, seal.Read(query.Type, StoredDocument.Body(stored))) : Load(query, id, filter, reader));
            if (!isOpened || found.Document is not null) yield return found;
        }
    }

    /// <summary>A document that was found, unless it was changed since so that it would not be found any more.</summary>
    Document? Load(QueryShape query, Guid id, KeyFilter filter, StoredReader reader) =>
        reader.Find(Lookup.ById(id, filter.Select(withBody: true))) is { } stored && filter.Score(stored) > 0 ? Wanted(query, Opened(query.Type, id, stored)) : null;

    /// <summary>What is opened has the last word, whatever keys told.</summary>
    static Document? Wanted(QueryShape query, Document opened) => query.Matches(opened) ? opened : null;

    IEnumerable<Document> Met(QueryShape query, QueryPlan plan, StoredReader reader)
    {
        var filter = new KeyFilter(query, seal);
        var isExact = plan is { IsExact: true, Within: null };
        foreach (var stored in reader.Read(plan, isExact ? [StoredDocument.Content] : filter.Select(withBody: true)))
        {
            if (!isExact && !filter.Meets(stored)) continue;
            var document = seal.Read(query.Type, StoredDocument.Body(stored));
            if (isExact || query.Matches(document)) yield return document;
        }
    }
}
