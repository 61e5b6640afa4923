namespace SmartKampung.News.Articles;

/// <summary>What somebody types at an article and has not saved: theirs alone, kept while they write. It also tells others that they do.</summary>
sealed record WorkingCopy : Document, IWorkingCopy
{
    public static readonly TimeSpan Presence = TimeSpan.FromMinutes(2);

    public required Guid Article { get; init; }
    public required Guid Person { get; init; }
    public required string Name { get; init; }

    /// <summary>When the page was last open at them.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When something was last kept; null where nothing was typed.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>Whether what was typed is no article yet.</summary>
    public bool IsBegun { get; init; }

    public ArticleForm? Typed { get; init; }
    public IReadOnlyList<GalleryPicture> Gallery { get; init; } = [];
}
