using System.Linq.Expressions;

namespace SmartKampung.Sdk;

/// <summary>
/// A query over the documents of one type. Each step returns a new query and leaves the old one unchanged.
/// </summary>
/// <remarks>
/// Predicates mean what they mean in .NET (ordinal strings; <c>null &lt; 10</c> is false) and consist of:
/// comparisons (<c>== != &lt; &lt;= &gt; &gt;=</c>) of a property path with a value, <c>&amp;&amp; || !</c>, boolean properties, comparison with null,
/// <c>HasValue</c> and <c>Value</c>, <c>StartsWith</c>, <c>EndsWith</c>, <c>Contains</c> of strings (ordinal),
/// <c>list.Contains(d.Property)</c>, <c>d.List.Contains(value)</c> and <c>d.List.Any(item => ...)</c>.
/// Anything else throws <see cref="NotSupportedException"/>, naming the part, when the step is added, on every engine alike.
/// Documents that the ordering leaves equal come in the order of their ids.
/// </remarks>
/// <typeparam name="T">The document type.</typeparam>
public interface IDocumentQuery<T> where T : Document
{
    /// <summary>Keeps the documents that meet the predicate; several calls must all be met.</summary>
    IDocumentQuery<T> Where(Expression<Func<T, bool>> predicate);

    /// <summary>
    /// Keeps the documents that hold every word, in the properties that the mapping names by <see cref="DocumentMapping{T}.Text"/> and
    /// <see cref="DocumentMapping{T}.Html"/>: in any form (membangun finds pembangunan), whatever case and accents, the last one by its beginning too.
    /// The best come first; orderings from before decide over equals, an OrderBy after it replaces that order.
    /// </summary>
    /// <param name="words">What a reader typed, as it is. Without any letter or digit in it nothing is found.</param>
    /// <exception cref="InvalidOperationException">The mapping of the type names no text.</exception>
    IDocumentQuery<T> Search(string words);

    /// <summary>Orders by a property path, smallest first, null before everything.</summary>
    IDocumentQuery<T> OrderBy<TKey>(Expression<Func<T, TKey>> key);

    /// <summary>Orders by a property path, largest first, null last.</summary>
    IDocumentQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key);

    /// <summary>Orders what the earlier orderings leave equal, smallest first.</summary>
    IDocumentQuery<T> ThenBy<TKey>(Expression<Func<T, TKey>> key);

    /// <summary>Orders what the earlier orderings leave equal, largest first.</summary>
    IDocumentQuery<T> ThenByDescending<TKey>(Expression<Func<T, TKey>> key);

    /// <summary>Leaves out the first documents; a negative count is 0.</summary>
    IDocumentQuery<T> Skip(int count);

    /// <summary>Returns at most this many documents; a negative count is 0.</summary>
    IDocumentQuery<T> Take(int count);

    /// <summary>Runs the query.</summary>
    Task<IReadOnlyList<T>> ToListAsync(CancellationToken stop = default);

    /// <summary>Runs the query for its first document, or null.</summary>
    Task<T?> FirstOrDefaultAsync(CancellationToken stop = default);

    /// <summary>Runs the query, and counts what it would find without Skip and Take; a search is made once for both.</summary>
    Task<DocumentPage<T>> ToPageAsync(CancellationToken stop = default);

    /// <summary>Counts the documents, after Skip and Take.</summary>
    Task<int> CountAsync(CancellationToken stop = default);

    /// <summary>Tells whether there is any document.</summary>
    Task<bool> AnyAsync(CancellationToken stop = default);
}
