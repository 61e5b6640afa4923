using System.Linq.Expressions;
using System.Text.Json.Nodes;

namespace SmartKampung.Sdk;

/// <summary>How the documents of one type are kept: unique keys, indexes, what full-text search looks at, and the steps from older shapes.</summary>
/// <typeparam name="T">The document type.</typeparam>
public sealed class DocumentMapping<T> where T : Document
{
    internal List<LambdaExpression[]> UniqueKeys { get; } = [];
    internal List<LambdaExpression> Indexes { get; } = [];
    internal List<LambdaExpression> PersonalData { get; } = [];
    internal Expression<Func<T, Territory?>>? TerritoryProperty { get; private set; }
    internal List<TextProperty> Texts { get; } = [];
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
    /// Marks properties that tell something of a person who can be told apart (UU 27/2022 on personal data). Documents of a type that marks any
    /// are encrypted wherever they are stored, administrators see which personal data a module keeps, and the audit log masks them.
    /// <see cref="Index"/>, <see cref="Unique"/> and <see cref="Text"/> of a marked property keep hashes by a key of the village: they are as quick
    /// for what is equal (==, Contains) and for words, found by their beginnings from three letters on; comparing by order, StartsWith and OrderBy
    /// read all documents that the rest of the query leaves. What has an index and no mark stands in it as it is, so that marks belong on it too where it tells something.
    /// </summary>
    /// <param name="properties">Property paths, such as <c>p => p.Home.Street</c> or, into the items of a list, <c>f => f.Members.Select(m => m.Name)</c>.</param>
    public DocumentMapping<T> Personal(params Expression<Func<T, object?>>[] properties)
    {
        PersonalData.AddRange(properties);
        return this;
    }

    /// <summary>
    /// Names the part of the village that a document belongs to. Whose role is limited to a territory, such as the head of an RT, then
    /// finds, loads, stores and deletes only documents that lie in it, whatever the module asks; others are as if they were not there,
    /// and storing one answers 403.
    /// </summary>
    /// <param name="property">The property; where it is null, only people without a limit see the document.</param>
    public DocumentMapping<T> Territory(Expression<Func<T, Territory?>> property)
    {
        TerritoryProperty = property;
        return this;
    }

    /// <summary>
    /// Lets <see cref="IDocumentQuery{T}.Search"/> find documents by the words of this property. Documents that are stored already are
    /// found too: their words are indexed when a village's data is first opened by this version of the module.
    /// </summary>
    /// <param name="property">A string, or a list of strings; of one that is <see cref="Personal"/> whole words and their beginnings are found, not other forms. The first 1,000 different words of a document are found, the heaviest before all.</param>
    /// <param name="weight">1 to 100: how much a word counts here, such as 3 in a title. At 1, words such as "dan" and "the" are not looked at.</param>
    public DocumentMapping<T> Text<TText>(Expression<Func<T, TText>> property, int weight = 1) => Search(property, weight, isHtml: false);

    /// <summary>As <see cref="Text"/>, for a property that holds HTML: its tags are no words.</summary>
    public DocumentMapping<T> Html<TText>(Expression<Func<T, TText>> property, int weight = 1) => Search(property, weight, isHtml: true);

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

    DocumentMapping<T> Search(LambdaExpression property, int weight, bool isHtml)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 100);
        Texts.Add(new(property, (byte)weight, isHtml));
        return this;
    }
}

sealed record TextProperty(LambdaExpression Property, byte Weight, bool IsHtml);
