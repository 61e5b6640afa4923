namespace SmartKampung.News.Announcements;

/// <summary>Something that everybody should know until a certain moment.</summary>
sealed record Announcement : Document
{
    public required string Title { get; init; }
    public string Text { get; init; } = "";

    /// <summary>A page of the village or elsewhere that tells more, or empty.</summary>
    public string Link { get; init; } = "";

    public DateTimeOffset From { get; init; }
    public DateTimeOffset Until { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}
