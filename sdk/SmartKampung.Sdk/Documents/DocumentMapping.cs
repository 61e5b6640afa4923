using System.Linq.Expressions;
using System.Text.Json.Nodes;

namespace SmartKampung.Sdk;

/// <summary>How the documents of one type are kept: unique keys, indexes and the steps from older shapes.</summary>
/// <typeparam name="T">The document type.</typeparam>
public sealed class DocumentMapping<T> where T : Document
{
    internal List<LambdaExpression[]> UniqueKeys { get; } = [];
    internal List<LambdaExpression> Indexes { get; } = [];
    internal List<LambdaExpression> PersonalData { get; } = [];
    internal SortedDictionary<int, Func<JsonObject, JsonObject>> Upgrades { get; } = [];

    /// <summary>No two documents of a village may have the same values here. A null in any of them leaves the document out.</summary>
    /// <param name="properties">Property paths that make the key together.</param>
    public DocumentMapping<T> Unique(params Expression<Func<T, object?>>[] properties)
    {
        UniqueKeys.Add([.. properties]);
        return this;
    }

    /// <summary>Makes queries that compare or order by this property quick. For a list, its items are indexed.</summary>
    public DocumentMapping<T> Index<TKey>(Expression<Func<T, TKey>> property)
    {
        Indexes.Add(property);
        return this;
    }

    /// <summary>
    /// Marks properties that tell something of a person who can be told apart (UU 27/2022 on personal data): administrators see which
    /// personal data a module keeps.
    /// </summary>
    /// <param name="properties">Property paths.</param>
    public DocumentMapping<T> Personal(params Expression<Func<T, object?>>[] properties)
    {
        PersonalData.AddRange(properties);
        return this;
    }

    /// <summary>
    /// Adds the step that brings stored documents of schema <paramref name="from"/> to the next one. Schemas count from 1; without steps
    /// a type has schema 1. The steps run once per village, when its data is first opened by this version of the module.
    /// A type whose stored schema is newer than the module knows is refused: the data is left alone.
    /// </summary>
    /// <param name="from">The schema that the step starts from, 1 for the first.</param>
    /// <param name="step">Gets the stored JSON (property names as in C#) and returns it in the new shape.</param>
    public DocumentMapping<T> Upgrade(int from, Func<JsonObject, JsonObject> step)
    {
        Upgrades.Add(from, step);
        return this;
    }
}
