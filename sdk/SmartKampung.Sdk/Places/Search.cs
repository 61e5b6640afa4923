namespace SmartKampung.Sdk;

/// <summary>What a reader typed into the search field, trimmed, at most 100 characters.</summary>
/// <param name="Text">The text as typed.</param>
public sealed record SearchWords(string Text)
{
    /// <summary>The single words in lower case, without punctuation.</summary>
    public IReadOnlyList<string> Words { get; } =
        Text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '"', '\'', '(', ')', '?', '!'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A page that a search found.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Path">The page in the village, such as <c>/berita/tanam-serempak</c>.</param>
/// <param name="Excerpt">A sentence of it.</param>
/// <param name="Date">The day it is from, or null.</param>
public sealed record SearchHit(string Title, string Path, string Excerpt, DateTimeOffset? Date = null);

/// <summary>A page for search engines.</summary>
/// <param name="Path">The page in the village.</param>
/// <param name="Changed">When it last changed, or null.</param>
public sealed record SitemapEntry(string Path, DateTimeOffset? Changed = null);
