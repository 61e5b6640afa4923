using System.Globalization;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>The properties of a document type that full-text search looks at.</summary>
sealed class SearchedText(IReadOnlyList<SearchedProperty> properties)
{
    /// <summary>Tells what the stored terms were made of, and by which analysis.</summary>
    public string Definition { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{TextAnalysis.Version}({string.Join(", ", properties.Select(property => property.Definition))})");

    /// <summary>Whether words of some of them are kept as hashes.</summary>
    public bool HasPersonal { get; } = properties.Any(property => property.IsPersonal);

    /// <summary>Whether the words of all of them are kept as hashes alone.</summary>
    public bool IsPersonal { get; } = properties.All(property => property.IsPersonal);

    /// <summary>The weights that a word may have.</summary>
    public IReadOnlyList<byte> Weights { get; } = [.. properties.Select(property => property.Weight).Distinct()];

    /// <param name="document">The document.</param>
    /// <param name="hash">Hashes a word of a property that is personal.</param>
    public WeightedTerms TermsOf(object document, Func<string, string> hash) => HasPersonal
        ? TextAnalysis.Analyze(TextsOf(document, isPersonal: false)).With(WordBeginnings.Analyze(TextsOf(document, isPersonal: true), hash))
        : TextAnalysis.Analyze(TextsOf(document, isPersonal: false));

    IEnumerable<(string, byte)> TextsOf(object document, bool isPersonal) =>
        from property in properties
        where property.IsPersonal == isPersonal
        from text in property.TextsOf(document)
        select (text, property.Weight);
}

/// <summary>A text, or a list of texts, of a document.</summary>
sealed record SearchedProperty(string Path, byte Weight, bool IsHtml, bool IsPersonal, Func<object, object?> Read)
{
    public string Definition => string.Create(CultureInfo.InvariantCulture, $"{Path} {Weight}{(IsHtml ? " html" : "")}{(IsPersonal ? " hashed by weight" : "")}");

    public IEnumerable<string> TextsOf(object document) => Read(document) switch
    {
        string text => [IsHtml ? HtmlText.Of(text) : text],
        IEnumerable<string> texts => texts.Select(text => IsHtml ? HtmlText.Of(text) : text),
        _ => [],
    };
}
