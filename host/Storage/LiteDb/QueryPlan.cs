using System.Collections.Concurrent;
using LiteDB;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Which part of which index is read.</summary>
/// <param name="Field">The indexed field: <c>_id</c>, <c>i0</c>, <c>u0</c>, ...</param>
/// <param name="IsArray">Whether a document has several keys there, or none.</param>
/// <param name="Keys">Single values that are looked up; null to read <paramref name="Ranges"/> alone.</param>
/// <param name="Ranges">The ranges to read; null to read all, or the keys alone.</param>
/// <param name="IsExact">Whether each document found meets the whole predicate.</param>
/// <param name="Direction">1 or -1.</param>
/// <param name="IsOrdered">Whether the documents come in the order of the query's first ordering.</param>
sealed record QueryPlan(
    string Field, bool IsArray = false, IReadOnlyList<BsonValue>? Keys = null, IReadOnlyList<KeyRange>? Ranges = null,
    bool IsExact = false, int Direction = Query.Ascending, bool IsOrdered = false)
{
    static readonly ConcurrentDictionary<string, BsonExpression> WithoutValues = new(StringComparer.Ordinal);

    /// <summary>Tells what is read of the index from what other plans read.</summary>
    public string Name => $"{Field}={string.Join(',', (Keys ?? []).Select(key => key.ToString()))},{string.Join(',', (Ranges ?? []).Select(range => Convert.ToHexString(range.From)))}";

    /// <summary>The queries for LiteDB. Each document comes from one of them only, except over arrays.</summary>
    public IEnumerable<Query> Queries(string select)
    {
        if (Keys is null && Ranges is null) return [With(select)];
        var points = (Keys ?? []).Select(key => With(select, "= @0", key));
        return points.Concat((Ranges ?? []).Select(range => With(select, "BETWEEN @0 AND @1", new(range.From), new(range.To))));
    }

    Query With(string select, string? condition = null, params BsonValue[] values)
    {
        var query = new Query { Select = Parsed(select), Order = Direction };
        if (condition is not null) query.Where.Add(Decided(BsonExpression.Create(IsArray ? $"$.{Field}[*] ANY {condition}" : $"$.{Field} {condition}", values)));
        if (Keys is null && !IsArray) query.OrderBy = Parsed("$." + Field);
        return query;
    }

    /// <summary>LiteDB reads of each document what conditions name too, though the index has decided them: of a search, all terms.</summary>
    static BsonExpression Decided(BsonExpression condition)
    {
        condition.Fields.Clear();
        return condition;
    }

    /// <summary>There are few of them, and LiteDB parses slowly.</summary>
    public static BsonExpression Parsed(string expression) => WithoutValues.GetOrAdd(expression, static text => BsonExpression.Create(text));
}
