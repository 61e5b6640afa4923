using LiteDB;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Runs a query to its end on the caller's thread, under the lease: a reader left open would lock the file for ever.</summary>
sealed class QueryRunner(DatabaseFile file, PartitionSeal seal, StorageMetrics metrics) : IQueryRunner
{
    const int Narrow = 4096;
    const int NarrowWhereOrdered = 1024;

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
            ? Read(plan, open, collection, plan.IsArray ? "$._id" : "$." + plan.Field, stop).Take(limit).Count()
            : Counted(query, plan, open, collection, stop).Take(limit).Count();
        return Math.Max(0, found - query.Skip);
    }

    /// <summary>What can be read best first need not be narrow.</summary>
    QueryPlan Plan(QueryShape query, OpenDatabase open, string collection, CancellationToken stop) => open.Narrowest.Of(
        QueryPlanner.Plans(query, seal), query.Take < int.MaxValue && QueryPlanner.BestFirst(query) is not null ? NarrowWhereOrdered : Narrow, collection,
        (plan, limit) => Read(plan, open, collection, "$._id", stop).Take(limit).Count());

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
        if (query.Take < int.MaxValue && plan.Field == StoredDocument.Terms && QueryPlanner.BestFirst(query) is { } best) return Page(query, BestFirst(query, best, open, collection, stop));
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
            var equal = Found(query, plan, read, open, collection, stop);
            foreach (var found in plan.Ranges!.Count == 1 ? equal : equal.OrderBy(found => found.Id)) yield return found;
        }
    }

    /// <summary>Documents that hold every word, not opened before something else is asked of them. One can be read by several terms.</summary>
    IEnumerable<Found> Found(QueryShape query, QueryPlan plan, HashSet<Guid> read, OpenDatabase open, string collection, CancellationToken stop)
    {
        var filter = new KeyFilter(query, seal);
        var withBody = !filter.TellsAll || query.Orderings.Count > 0;
        foreach (var stored in Read(plan, open, collection, filter.Select(withBody), stop))
        {
            var id = stored["_id"].AsGuid;
            if (!read.Add(id) || filter.Score(stored) is not (> 0 and var score)) continue;
            var found = new Found(id, score, () => withBody ? seal.Read(query.Type, StoredDocument.Body(stored)) : Load(query.Type, id, filter, open, collection));
            if (filter.Matches(() => found.Document!)) yield return found;
        }
    }

    /// <summary>A document that was found, unless it was changed since so that it would not be found any more.</summary>
    Document? Load(DocumentType type, Guid id, KeyFilter filter, OpenDatabase open, string collection)
    {
        using var reader = open.Engine.Query(collection, Lookup.ById(id, filter.Select(withBody: true)));
        return reader.Read() && filter.Score(reader.Current) > 0 ? Opened(type, id, reader.Current) : null;
    }

    IEnumerable<Document> Met(QueryShape query, QueryPlan plan, OpenDatabase open, string collection, CancellationToken stop)
    {
        var filter = new KeyFilter(query, seal);
        foreach (var stored in Read(plan, open, collection, plan.IsExact ? "$.b" : filter.Select(withBody: true), stop))
        {
            if (!plan.IsExact && !filter.Meets(stored)) continue;
            var document = seal.Read(query.Type, StoredDocument.Body(stored));
            if (plan.IsExact || filter.Matches(() => document)) yield return document;
        }
    }

    static IEnumerable<BsonDocument> Read(QueryPlan plan, OpenDatabase open, string collection, string select, CancellationToken stop)
    {
        foreach (var query in plan.Queries(select))
        {
            using var reader = open.Engine.Query(collection, query);
            while (reader.Read())
            {
                stop.ThrowIfCancellationRequested();
                yield return reader.Current;
            }
        }
    }
}
