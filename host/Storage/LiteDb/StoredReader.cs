using LiteDB;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Reads a collection for one query, by the plans that it is given; what is read is counted.</summary>
sealed class StoredReader(OpenDatabase open, string collection, StorageMetrics metrics, CancellationToken stop)
{
    /// <summary>So many keys are read by one query.</summary>
    const int Most = 512;

    /// <summary>The plan that reads the fewest keys, looked for until one reads no more than the last that is asked for.</summary>
    public QueryPlan Narrowest(IReadOnlyList<QueryPlan> plans, int last) =>
        open.Narrowest.Of(plans, last, collection, (plan, limit) => Keys(plan with { Within = null }).Take(limit).Count());

    /// <summary>How many keys a plan finds.</summary>
    public int Count(QueryPlan plan, int limit) => limit < int.MaxValue ? Keys(plan).Take(limit).Count() : open.Counts.Of(collection, plan, () => Keys(plan).Count());

    /// <summary>The one document that is looked up, or null.</summary>
    public BsonDocument? Find(Query lookup)
    {
        metrics.CountDocument();
        using var reader = open.Engine.Query(collection, lookup);
        return reader.Read() ? (BsonDocument)reader.Current : null;
    }

    /// <summary>The keys that a plan reads, without the documents.</summary>
    public IEnumerable<BsonValue> Keys(QueryPlan plan)
    {
        var keys = plan is { Keys: null or [], Ranges: { } ranges } && ranges.All(range => range.IsOfOneEach) ? ranges.SelectMany(range => InParts(plan, range)) : AtOnce(plan);
        return plan.Within is { } within ? keys.Where(key => within.Holds(StoredKeys.PlaceOf(key.AsBinary))) : keys;
    }

    /// <summary>LiteDB holds every page of a query until it ends, and keeps their memory for good.</summary>
    IEnumerable<BsonValue> InParts(QueryPlan plan, KeyRange range)
    {
        for (KeyRange? left = range; left is not null;)
        {
            var (read, last) = (0, BsonValue.Null);
            foreach (var key in AtOnce(plan with { Ranges = [left] }).Take(Most))
            {
                (read, last) = (read + 1, key);
                yield return key;
            }

            left = read == Most ? left.Behind(last.AsBinary) : null;
        }
    }

    IEnumerable<BsonValue> AtOnce(QueryPlan plan)
    {
        foreach (var query in plan.Queries(plan.KeyName))
        {
            using var reader = open.Engine.Query(collection, query);
            while (reader.Read())
            {
                stop.ThrowIfCancellationRequested();
                yield return reader.Current[plan.KeyName];
            }
        }
    }

    /// <summary>These fields of the documents that a plan reads.</summary>
    public IEnumerable<BsonDocument> Read(QueryPlan plan, string[] fields)
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
