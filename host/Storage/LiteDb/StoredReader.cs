using LiteDB;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Reads a collection for one query, by the plans that it is given; what is read is counted.</summary>
sealed class StoredReader(OpenDatabase open, string collection, StorageMetrics metrics, CancellationToken stop)
{
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
