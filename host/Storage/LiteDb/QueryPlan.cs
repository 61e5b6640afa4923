using System.Collections.Concurrent;
using LiteDB;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Which part of which index is read.</summary>
/// <param name="Field">The indexed field: <c>_id</c>, <c>i0</c>, <c>u0</c>, ...</param>
/// <param name="IsArray">Whether a document has several keys there, or none.</param>
/// <param name="Keys">Single values that are looked up; null to read <paramref name="Ranges"/> alone.</param>
/// <param name="Ranges">The ranges to read; null to read all, or the keys alone.</param>
/// <param name="IsExact">Whether each document found meets the whole query, where its key lies within <paramref name="Within"/>.</param>
/// <param name="Direction">1 or -1.</param>
/// <param name="IsOrdered">Whether the documents come in the order of the query's first ordering.</param>
/// <param name="Within">What the keys have to tell of the place; null where nothing.</param>
/// <param name="IsByPlace">Whether all of a part of the village is read, whatever words are searched.</param>
sealed record QueryPlan(
    string Field, bool IsArray = false, IReadOnlyList<BsonValue>? Keys = null, IReadOnlyList<KeyRange>? Ranges = null,
    bool IsExact = false, int Direction = Query.Ascending, bool IsOrdered = false, PlaceFilter? Within = null, bool IsByPlace = false)
{
    static readonly ConcurrentDictionary<string, BsonExpression> Orders = new(StringComparer.Ordinal);
    static readonly ConcurrentDictionary<string, BsonExpression> Selections = new(StringComparer.Ordinal);

    /// <summary>What LiteDB calls a key that is read without its document.</summary>
    public string KeyName { get; } = IsArray ? $"{Field}[*]" : Field;

    /// <summary>Tells what is found from what other plans find.</summary>
    public string FoundName => $"{Name} {string.Join(',', (Ranges ?? []).Select(range => Convert.ToHexString(range.To)))} {Within?.Name}";

    /// <summary>Tells what is read of the index from what other plans read.</summary>
    public string Name => $"{Field}={string.Join(',', (Keys ?? []).Select(key => key.ToString()))},{string.Join(',', (Ranges ?? []).Select(range => Convert.ToHexString(range.From)))}";

    /// <summary>The queries for LiteDB. Each document comes from one of them only, except over arrays.</summary>
    /// <param name="fields">What is read of a document; of <see cref="KeyName"/> alone, nothing is read but keys.</param>
    public IEnumerable<Query> Queries(params string[] fields)
    {
        var select = Fields(fields);
        if (Keys is null && Ranges is null) return [With(select)];
        var points = (Keys ?? []).Select(key => With(select, "= @0", key));
        return points.Concat((Ranges ?? []).Select(range => With(select, "BETWEEN @0 AND @1", new(range.From), new(range.To))));
    }

    Query With(BsonExpression select, string? condition = null, params BsonValue[] values)
    {
        var query = new Query { Select = select, Order = Direction };
        if (condition is not null) query.Where.Add(Decided(BsonExpression.Create(IsArray ? $"$.{Field}[*] ANY {condition}" : $"$.{Field} {condition}", values)));
        if (Keys is null && !IsArray) query.OrderBy = Orders.GetOrAdd("$." + Field, static text => BsonExpression.Create(text));
        return query;
    }

    /// <summary>LiteDB reads of each document what conditions name too, though the index has decided them: of a search, all terms.</summary>
    static BsonExpression Decided(BsonExpression condition)
    {
        condition.Fields.Clear();
        return condition;
    }

    /// <summary>
    /// Some fields of a document as it lies there, which costs less than to write another one; there are few such choices. LiteDB leaves the document alone where it
    /// is the index's own field.
    /// </summary>
    public static BsonExpression Fields(params string[] fields) => Selections.GetOrAdd(string.Join(' ', fields), static (_, fields) =>
    {
        var all = BsonExpression.Create("$");
        all.Fields.Clear();
        all.Fields.UnionWith(fields);
        return all;
    }, fields);
}
