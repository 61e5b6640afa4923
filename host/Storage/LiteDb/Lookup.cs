using LiteDB;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>The queries that LiteDB gets: always one index, one range, values as parameters.</summary>
static class Lookup
{
    static readonly BsonExpression BodyField = BsonExpression.Create("$.b");
    static readonly BsonExpression VersionField = BsonExpression.Create("$.v");
    static readonly BsonExpression FirstIndex = BsonExpression.Create("$.i0");
    static readonly BsonExpression IdField = BsonExpression.Create("$._id");

    static readonly BsonExpression IdAndBody = BsonExpression.Create("{_id: $._id, b: $.b}");

    public static Query Version(Guid id) => new() { Select = VersionField, Where = { BsonExpression.Create("$._id = @0", id) } };

    public static Query Body(Guid id) => new() { Select = BodyField, Where = { BsonExpression.Create("$._id = @0", id) } };

    public static Query ById(Guid id, params string[] fields) => new() { Select = QueryPlan.Fields(fields), Where = { BsonExpression.Create("$._id = @0", id) } };

    /// <summary>So many documents in the order of their ids.</summary>
    public static Query After(Guid id, int count) => new() { Select = IdAndBody, Where = { BsonExpression.Create("$._id > @0", id) }, OrderBy = IdField, Limit = count };

    public static Query Bodies() => new() { Select = BodyField };

    /// <summary>The document with the greatest value of the first index.</summary>
    public static Query Last() => new() { Select = BodyField, OrderBy = FirstIndex, Order = Query.Descending, Limit = 1 };

    public static Query Holders(int unique, BsonValue key) =>
        new() { Select = IdField, Where = { BsonExpression.Create($"$.u{unique}[*] ANY = @0", key) } };
}
