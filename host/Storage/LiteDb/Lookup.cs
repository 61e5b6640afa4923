using LiteDB;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>The queries that LiteDB gets: always one index, one range, values as parameters.</summary>
static class Lookup
{
    static readonly BsonExpression s_body = BsonExpression.Create("$.b");
    static readonly BsonExpression s_version = BsonExpression.Create("$.v");
    static readonly BsonExpression s_id = BsonExpression.Create("$._id");

    public static Query Version(Guid id) => new() { Select = s_version, Where = { BsonExpression.Create("$._id = @0", id) } };

    public static Query Body(Guid id) => new() { Select = s_body, Where = { BsonExpression.Create("$._id = @0", id) } };

    public static Query Holders(int unique, BsonValue key) =>
        new() { Select = s_id, Where = { BsonExpression.Create($"$.u{unique}[*] ANY = @0", key) } };
}
