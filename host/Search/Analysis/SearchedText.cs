using System.Globalization;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>The properties of a document type that full-text search looks at.</summary>
sealed class SearchedText(IReadOnlyList<SearchedProperty> properties)
{
    /// <summary>Tells what the stored terms were made of, and by which analysis.</summary>
    public string Definition { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{TextAnalysis.Version}({string.Join(", ", properties.Select(property => property.Definition))})");

    public WeightedTerms TermsOf(object document) => TextAnalysis.Analyze(
        from property in properties
        from text in property.TextsOf(document)
        select (text, property.Weight));
}

/// <summary>A text, or a list of texts, of a document.</summary>
sealed record SearchedProperty(string Path, byte Weight, bool IsHtml, Func<object, object?> Read)
{
    public string Definition => string.Create(CultureInfo.InvariantCulture, $"{Path} {Weight}{(IsHtml ? " html" : "")}");

    public IEnumerable<string> TextsOf(object document) => Read(document) switch
    {
        string text => [IsHtml ? HtmlText.Of(text) : text],
        IEnumerable<string> texts => texts.Select(text => IsHtml ? HtmlText.Of(text) : text),
        _ => [],
    };
}
