namespace SmartKampung.News.Articles;

/// <summary>A piece of news. The public sees it once it is published and its time has come.</summary>
sealed record Article : Document
{
    const int PinnedYears = 1000;

    public required string Title { get; init; }
    public IReadOnlyList<string> EarlierSlugs { get; init; } = [];
    public required string Slug { get; init; }

    /// <summary>Where it stood on a site that the village had before, as <see cref="OldAddress"/> writes them.</summary>
    public IReadOnlyList<string> OldAddresses { get; init; } = [];

    /// <summary>What it is known by on the site that it was imported from, so that it is taken once; null for one that was written here.</summary>
    public string? ImportedFrom { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>HTML that was sanitized when it was written.</summary>
    public string Body { get; init; } = "";

    public string Category { get; init; } = "";
    public string CategorySlug { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> TagSlugs { get; init; } = [];
    public string Author { get; init; } = "";

    /// <summary>Of the village's library; <see cref="Picture"/> is then what feeds and lists show of it.</summary>
    public Guid? Media { get; init; }

    public StoredPicture? Picture { get; init; }
    public string Caption { get; init; } = "";
    public IReadOnlyList<GalleryPicture> Gallery { get; init; } = [];
    public bool Pinned { get; init; }

    /// <summary>Whether residents may comment, where the village lets them.</summary>
    public bool AllowsComments { get; init; }

    public ArticleState State { get; init; }
    public DateTimeOffset PublishAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>From when on the public sees it; null for one that is not published. One index answers what is public.</summary>
    public DateTimeOffset? VisibleFrom { get; init; }

    /// <summary>Its place in lists, the largest first: pinned ones stand above all that time brings.</summary>
    public DateTimeOffset Rank { get; init; }

    /// <summary>The number of its newest revision; 0 for one that was never saved in the console.</summary>
    public int Revision { get; init; }

    public string Path => $"/berita/{Slug}";

    /// <summary>The pictures of the library that its page shows.</summary>
    public IReadOnlyList<Guid> ShownMedia() => [.. MediaLinks.In(Body), .. Gallery.Select(picture => picture.Media), .. new[] { Media }.OfType<Guid>()];

    public bool IsPublic(DateTimeOffset now) => VisibleFrom <= now;

    /// <summary>The article after its state, day or pin changed.</summary>
    public Article Placed() => this with
    {
        VisibleFrom = State == ArticleState.Published ? PublishAt : null,
        Rank = Pinned ? PublishAt.AddYears(PinnedYears) : PublishAt,
    };
}

/// <summary>A picture of the library among others.</summary>
/// <param name="Media">Its id.</param>
/// <param name="Caption">What stands below it, or empty.</param>
sealed record GalleryPicture(Guid Media, string Caption);
