namespace SmartKampung.News;

/// <summary>A document that the village's search finds by the beginnings of its words.</summary>
abstract record Found : Document
{
    public required string Title { get; init; }

    /// <summary>Made by <see cref="Search.SearchText"/>, so that a query only has to look for " word".</summary>
    public string SearchText { get; init; } = "";
}
