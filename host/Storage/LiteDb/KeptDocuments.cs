using System.Collections.Concurrent;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>All documents of a collection at one moment, and the orders in which they were asked for.</summary>
sealed class KeptDocuments
{
    static readonly Comparer<Document> IdOrder = Comparer<Document>.Create((left, right) => left.Id.CompareTo(right.Id));

    readonly ConcurrentDictionary<string, Document[]> orders = new(StringComparer.Ordinal);
    readonly Document[] byId;

    public KeptDocuments(IEnumerable<Document> documents, long bytes) => (byId, Bytes) = ([.. documents.Order(IdOrder)], bytes);

    public long Bytes { get; }

    public Document? Load(Guid id) => Array.Find(byId, document => document.Id == id);

    public IReadOnlyList<Document> List(QueryShape query) => [.. InOrder(query).Where(query.Matches).Skip(query.Skip).Take(query.Take)];

    public int Count(QueryShape query) => byId.Where(query.Matches).Skip(query.Skip).Take(query.Take).Count();

    /// <summary>There are few orders, since modules write them down in their code.</summary>
    Document[] InOrder(QueryShape query) => query.Orderings.Count == 0
        ? byId
        : orders.GetOrAdd(NameOf(query), static (_, made) => [.. made.byId.Order(Comparer<Document>.Create(made.query.Compare))], (byId, query));

    static string NameOf(QueryShape query) => string.Join(' ', query.Orderings.Select(ordering => ordering.IsDescending ? ordering.Path.Name + "-" : ordering.Path.Name));
}
