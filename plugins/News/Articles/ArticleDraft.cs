namespace SmartKampung.News.Articles;

/// <summary>An article as the API takes it; dates that are missing are decided by the clock.</summary>
sealed record ArticleDraft : SentBack
{
    [Required, StringLength(160)]
    public string Title { get; init; } = "";

    /// <summary>The last part of the address; made of the title for a new article, kept for an old one.</summary>
    [StringLength(80)]
    public string? Slug { get; init; }

    [StringLength(500)]
    public string? Summary { get; init; }

    /// <summary>HTML; what could run or restyle the page is dropped.</summary>
    [StringLength(200_000)]
    public string? Body { get; init; }

    [StringLength(60)]
    public string? Category { get; init; }

    [MaxLength(20)]
    public List<string>? Tags { get; init; }

    [StringLength(80)]
    public string? Author { get; init; }

    /// <summary>The file that POST pictures answered.</summary>
    [StringLength(80)]
    public string? Picture { get; init; }

    [StringLength(300)]
    public string? PictureAlt { get; init; }

    [StringLength(300)]
    public string? Caption { get; init; }

    /// <summary>draft, review, published or archived.</summary>
    public string? State { get; init; }

    [PlausibleDate]
    public DateTimeOffset? PublishAt { get; init; }

    public bool Pinned { get; init; }
}
