namespace SmartKampung.News.Articles;

/// <summary>A piece of news. The public sees it once it is published and its time has come.</summary>
sealed record Article : Found
{
    public List<string> EarlierSlugs { get; init; } = [];
    public required string Slug { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>HTML that was sanitized when it was written.</summary>
    public string Body { get; init; } = "";

    public string Category { get; init; } = "";
    public string CategorySlug { get; init; } = "";
    public List<string> Tags { get; init; } = [];
    public List<string> TagSlugs { get; init; } = [];
    public string Author { get; init; } = "";
    public StoredPicture? Picture { get; init; }
    public string Caption { get; init; } = "";
    public bool Pinned { get; init; }
    public ArticleState State { get; init; }
    public DateTimeOffset PublishAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    public string Path => $"/berita/{Slug}";

    public bool IsPublic(DateTimeOffset now) => State == ArticleState.Published && PublishAt <= now;
}
