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
        return file.Read(type, (Document?)null, (open, collection) => open.Kept(type) is { } kept ? kept.Load(id) : Load(type, id, open, collection));
    }

    public Task<IReadOnlyList<Document>> ListAsync(QueryShape query, CancellationToken stop)
    {
        metrics.CountQuery();
        IReadOnlyList<Document> none = [];
        return Task.FromResult(query.Take == 0 ? none : file.Read(query.Type, none, (open, collection) =>
            KeptFor(query, open) is { } kept ? kept.List(query) : List(query, open, collection, stop)));
    }

    public Task<int> CountAsync(QueryShape query, CancellationToken stop)
    {
        metrics.CountQuery();
        return Task.FromResult(query.Take == 0 ? 0 : file.Read(query.Type, 0, (open, collection) =>
            KeptFor(query, open) is { } kept ? kept.Count(query) : Count(query, open, collection, stop)));
    }

    /// <summary>A search needs the terms that are stored beside the documents.</summary>
    static KeptDocuments? KeptFor(QueryShape query, OpenDatabase open) => query.Search is null ? open.Kept(query.Type) : null;

    Document? Load(DocumentType type, Guid id, OpenDatabase open, string collection)
    {
        metrics.CountDocument();
        using var reader = open.Engine.Query(collection, Lookup.Body(id));
        return reader.Read() ? Opened(type, id, reader.Current) : null;
    }

    /// <exception cref="StorageUnavailableException">What is there is another document: somebody put it in its place.</exception>
    Document Opened(DocumentType type, Guid id, BsonDocument stored)
    {
        var document = seal.Read(type, StoredDocument.Body(stored));
        return document.Id == id ? document : throw new StorageUnavailableException($"In the place of the {type.Name} {id} is another one.");
    }

    List<Document> List(QueryShape query, OpenDatabase open, string collection, CancellationToken stop)
    {
        query = Sealed(query);
        var plan = Plan(query, open, collection, stop);
        if (query.Search is not null) return Ranked(query, plan, open, collection, stop);
        return Page(query, plan.IsOrdered ? Ordered(query, plan, open, collection, stop) : Sorted(query, plan, open, collection, stop));
    }

    int Count(QueryShape query, OpenDatabase open, string collection, CancellationToken stop)
    {
        query = Sealed(query);
        var plan = Plan(query, open, collection, stop);
        var limit = (int)Math.Min(int.MaxValue, (long)query.Skip + query.Take);
        var found = plan.IsExact
            ? limit < int.MaxValue ? Keys(plan, open, collection, stop).Take(limit).Count() : open.Counts.Of(collection, plan, () => Keys(plan, open, collection, stop).Count())
            : Counted(query, plan, open, collection, stop).Take(limit).Count();
        return Math.Max(0, found - query.Skip);
    }

    /// <summary>What can be read best first need not be narrow.</summary>
    QueryPlan Plan(QueryShape query, OpenDatabase open, string collection, CancellationToken stop)
    {
        var plans = QueryPlanner.Plans(query, seal);
        var last = query.Take == int.MaxValue || QueryPlanner.BestFirst(query) is null ? Narrow : plans[0].IsExact ? NarrowWhereKeysTell : NarrowWhereOrdered;
        return open.Narrowest.Of(plans, last, collection, (plan, limit) => Keys(plan with { Within = null }, open, collection, stop).Take(limit).Count());
    }

    /// <summary>With the hashes of the words that are searched.</summary>
    QueryShape Sealed(QueryShape query) => query is { Search: { } search, Type.Searched.HasPersonal: true } ? query with { Search = new StoredKeys(query.Type).Find(search, seal) } : query;

    static List<Document> Page(QueryShape query, IEnumerable<Document> ordered) => [.. ordered.Skip(query.Skip).Take(query.Take)];

    List<Document> Sorted(QueryShape query, QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        var found = Met(query, plan, open, collection, stop).ToList();
        if (found.Count > 1 && (query.Orderings.Count > 0 || plan.Field != "_id" || plan.Keys is not null)) found.Sort(query.Compare);
        return found;
    }

    List<Document> Ranked(QueryShape query, QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        if (query.Take < int.MaxValue && plan is { Field: StoredDocument.Terms, IsByPlace: false } && QueryPlanner.BestFirst(query) is { } best)
            return Page(query, BestFirst(query, [.. best.Select(each => each with { IsExact = plan.IsExact, Within = plan.Within })], open, collection, stop));
        var found = Found(query, plan, [], open, collection, stop).ToList();
        found.Sort(query.Compare);
        return Page(query, found);
    }

    static List<Document> Page(QueryShape query, IEnumerable<Found> ordered) => [.. ordered.Skip(query.Skip).Take(query.Take).Select(found => found.Document).OfType<Document>()];

    /// <summary>Sorts only what the index leaves equal, and stops when whoever asked has enough.</summary>
    IEnumerable<Document> Ordered(QueryShape query, QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        var key = query.Orderings[0].Read;
        var equal = new List<Document>();
        foreach (var document in Met(query, plan, open, collection, stop))
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

    IEnumerable<object> Counted(QueryShape query, QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        if (query.Search is not null) return Found(query, plan, [], open, collection, stop);
        var filter = new KeyFilter(query, seal);
        return filter.TellsAll ? Read(plan, open, collection, filter.Select(withBody: false), stop).Where(filter.Meets) : Met(query, plan, open, collection, stop);
    }

    IEnumerable<Found> BestFirst(QueryShape query, IReadOnlyList<QueryPlan> plans, OpenDatabase open, string collection, CancellationToken stop)
    {
        var read = new HashSet<Guid>();
        foreach (var plan in plans)
        {
            var equal = plan.IsExact ? Told(query, plan, read, open, collection, stop) : Found(query, plan, read, open, collection, stop);
            foreach (var found in plan.Ranges!.Count == 1 ? equal : equal.OrderBy(found => found.Id)) yield return found;
        }
    }

    /// <summary>Documents of which the keys tell that they are wanted; none is read before something else is asked of it.</summary>
    IEnumerable<Found> Told(QueryShape query, QueryPlan plan, HashSet<Guid> read, OpenDatabase open, string collection, CancellationToken stop)
    {
        var filter = new KeyFilter(query, seal);
        foreach (var id in Keys(plan, open, collection, stop).Select(key => StoredKeys.DocumentOf(key.AsBinary)))
            if (read.Add(id)) yield return new(id, score: 0, () => Load(query, id, filter, open, collection));
    }

    /// <summary>Documents that hold every word, not opened before something else is asked of them. One can be read by several terms.</summary>
    IEnumerable<Found> Found(QueryShape query, QueryPlan plan, HashSet<Guid> read, OpenDatabase open, string collection, CancellationToken stop)
    {
        var filter = new KeyFilter(query, seal);
        var isOpened = !filter.TellsAll || query.Orderings.Count > 0;
        var withBody = isOpened || plan.IsByPlace;
        foreach (var stored in Read(plan, open, collection, filter.Select(withBody), stop))
        {
            var id = stored["_id"].AsGuid;
            if (!read.Add(id) || filter.Score(stored) is not (> 0 and var score)) continue;
            var found = new Found(id, score, () => withBody ? Wanted(query, seal.Read(query.Type, StoredDocument.Body(stored))) : Load(query, id, filter, open, collection));
            if (!isOpened || found.Document is not null) yield return found;
        }
    }

    /// <summary>A document that was found, unless it was changed since so that it would not be found any more.</summary>
    Document? Load(QueryShape query, Guid id, KeyFilter filter, OpenDatabase open, string collection)
    {
        metrics.CountDocument();
        using var reader = open.Engine.Query(collection, Lookup.ById(id, filter.Select(withBody: true)));
        return reader.Read() && filter.Score(reader.Current) > 0 ? Wanted(query, Opened(query.Type, id, reader.Current)) : null;
    }

    /// <summary>What is opened has the last word, whatever keys told.</summary>
    static Document? Wanted(QueryShape query, Document opened) => query.Matches(opened) ? opened : null;

    IEnumerable<Document> Met(QueryShape query, QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        var filter = new KeyFilter(query, seal);
        var isExact = plan is { IsExact: true, Within: null };
        foreach (var stored in Read(plan, open, collection, isExact ? [StoredDocument.Content] : filter.Select(withBody: true), stop))
        {
            if (!isExact && !filter.Meets(stored)) continue;
            var document = seal.Read(query.Type, StoredDocument.Body(stored));
            if (isExact || query.Matches(document)) yield return document;
        }
    }

    /// <summary>The keys that a plan reads, without the documents.</summary>
    static IEnumerable<BsonValue> Keys(QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        foreach (var query in plan.Queries(plan.KeyName))
        {
            using var reader = open.Engine.Query(collection, query);
            while (reader.Read())
            {
                stop.ThrowIfCancellationRequested();
                var key = reader.Current[plan.KeyName];
                if (plan.Within is null || plan.Within.Holds(StoredKeys.PlaceOf(key.AsBinary))) yield return key;
            }
        }
    }

    IEnumerable<BsonDocument> Read(QueryPlan plan, OpenDatabase open, string collection, string[] fields, CancellationToken stop)
    {
        foreach (var query in plan.Queries(fields))
        {
            using var reader = open.Engine.Query(collection, query);
            while (reader.Read())
            {
                stop.ThrowIfCancellationRequested();
                metrics.CountDocument();
                yield return reader.Current;
            }
        }
    }
}
