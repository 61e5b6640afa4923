using System.Linq.Expressions;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>Runs queries over what is committed.</summary>
interface IQueryRunner
{
    Task<IReadOnlyList<Document>> ListAsync(QueryShape query, CancellationToken stop);

    Task<int> CountAsync(QueryShape query, CancellationToken stop);

    /// <summary>The documents, and how many there are without <see cref="QueryShape.Skip"/> and <see cref="QueryShape.Take"/>.</summary>
    Task<(IReadOnlyList<Document> Documents, int Count)> PageAsync(QueryShape query, CancellationToken stop);
}

sealed class DocumentQuery<T>(IQueryRunner runner, Getters getters, QueryShape shape) : IDocumentQuery<T> where T : Document
{
    public IDocumentQuery<T> Where(Expression<Func<T, bool>> predicate) =>
        IsPaged
            ? throw new NotSupportedException("Where comes before Skip and Take.")
            : With(shape with { Predicates = [.. shape.Predicates, PredicateReader.Read(predicate, getters)] });

    public IDocumentQuery<T> Search(string words)
    {
        if (IsPaged || shape.Search is not null) throw new NotSupportedException("Search comes once, before Skip and Take.");
        if (shape.Type.Searched is not { } searched) throw new InvalidOperationException($"The mapping of {shape.Type.Name} names no text to search.");
        return With(shape with { Search = SearchQuery.Read(words, searched.IsPersonal), IsByRelevance = true });
    }

    public IDocumentQuery<T> OrderBy<TKey>(Expression<Func<T, TKey>> key) => Order(Unordered, key, isDescending: false);

    public IDocumentQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => Order(Unordered, key, isDescending: true);

    public IDocumentQuery<T> ThenBy<TKey>(Expression<Func<T, TKey>> key) => Order(shape, key, isDescending: false);

    public IDocumentQuery<T> ThenByDescending<TKey>(Expression<Func<T, TKey>> key) => Order(shape, key, isDescending: true);

    public IDocumentQuery<T> Skip(int count)
    {
        count = Math.Max(0, count);
        var take = shape.Take == int.MaxValue ? int.MaxValue : Math.Max(0, shape.Take - count);
        return With(shape with { Skip = (int)Math.Min(int.MaxValue, (long)shape.Skip + count), Take = take });
    }

    public IDocumentQuery<T> Take(int count) => With(shape with { Take = Math.Min(shape.Take, Math.Max(0, count)) });

    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken stop = default) => [.. (await runner.ListAsync(shape, stop)).Cast<T>()];

    public async Task<T?> FirstOrDefaultAsync(CancellationToken stop = default)
    {
        var first = await runner.ListAsync(shape with { Take = Math.Min(shape.Take, 1) }, stop);
        return first.Count == 0 ? null : (T)first[0];
    }

    public async Task<DocumentPage<T>> ToPageAsync(CancellationToken stop = default)
    {
        var (documents, count) = await runner.PageAsync(shape, stop);
        return new([.. documents.Cast<T>()], count);
    }

    public Task<int> CountAsync(CancellationToken stop = default) => runner.CountAsync(shape, stop);

    public async Task<bool> AnyAsync(CancellationToken stop = default) =>
        await runner.CountAsync(shape with { Take = Math.Min(shape.Take, 1), Orderings = [] }, stop) > 0;

    QueryShape Unordered => shape with { Orderings = [], IsByRelevance = false };

    bool IsPaged => shape.Skip > 0 || shape.Take < int.MaxValue;

    DocumentQuery<T> Order<TKey>(QueryShape before, Expression<Func<T, TKey>> key, bool isDescending)
    {
        if (IsPaged) throw new NotSupportedException("Orderings come before Skip and Take.");
        var path = PathReader.Read(key);
        if (!Scalar.Is(path.Leaf)) throw PathReader.Unsupported(key.Body);
        return With(before with { Orderings = [.. before.Orderings, new(path, getters.Scalar(path, path.Leaf), isDescending)] });
    }

    DocumentQuery<T> With(QueryShape changed) => new(runner, getters, changed);
}
