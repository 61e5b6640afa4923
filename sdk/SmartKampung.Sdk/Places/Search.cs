namespace SmartKampung.Sdk;

/// <summary>What a reader typed into the search field, trimmed, at most 100 characters.</summary>
/// <param name="Text">The text as typed, for <see cref="IDocumentQuery{T}.Search"/>.</param>
public sealed record SearchWords(string Text);

/// <summary>A page that a search found.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Path">The page in the village, such as <c>/berita/tanam-serempak</c>.</param>
/// <param name="Text">What it is about. The result shows the part of it that holds the words.</param>
/// <param name="Date">The day it is from, or null.</param>
public sealed record SearchHit(string Title, string Path, string Text, DateTimeOffset? Date = null)
{
    /// <summary>More of what the page says, shown where the words are not in <see cref="Text"/>; or null.</summary>
    public Html? Body { get; init; }

    /// <summary>At the portal: the slug of the village that the page belongs to.</summary>
    public string? VillageSlug { get; init; }
}

/// <summary>A page for search engines.</summary>
/// <param name="Path">The page in the village.</param>
/// <param name="Changed">When it last changed, or null.</param>
public sealed record SitemapEntry(string Path, DateTimeOffset? Changed = null);
