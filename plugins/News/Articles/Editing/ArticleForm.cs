namespace SmartKampung.News.Articles;

/// <summary>An article as it is typed in the console; also what is kept of it while it is typed.</summary>
sealed record ArticleForm
{
    [StringLength(160), Display(Name = "article.title")]
    public string Title { get; init; } = "";

    [StringLength(500), Display(Name = "article.summary")]
    public string Summary { get; init; } = "";

    /// <summary>HTML, cleaned before anybody else sees it.</summary>
    [StringLength(200_000), Display(Name = "article.body")]
    public string Body { get; init; } = "";

    [StringLength(60), Display(Name = "article.category")]
    public string Category { get; init; } = "";

    /// <summary>Parted by commas.</summary>
    [StringLength(400), Display(Name = "article.tags")]
    public string Tags { get; init; } = "";

    [StringLength(80), Display(Name = "article.author")]
    public string Author { get; init; } = "";

    [Display(Name = "article.picture")]
    public Guid? Picture { get; init; }

    /// <summary>Takes away a picture that is not of the library.</summary>
    [Display(Name = "article.without_picture")]
    public bool WithoutPicture { get; init; }

    [StringLength(300), Display(Name = "article.caption")]
    public string Caption { get; init; } = "";

    [Display(Name = "article.pinned")]
    public bool Pinned { get; init; }

    [Display(Name = "article.allows_comments")]
    public bool AllowsComments { get; init; }

    [PlausibleDate, Display(Name = "article.publish_at")]
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Where it stood before, one address a line.</summary>
    [StringLength(2000), Display(Name = "article.old_addresses")]
    public string OldAddresses { get; init; } = "";

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }

    /// <summary>What happens with it after saving: nothing, publish or review.</summary>
    public string Then { get; init; } = "";

    public static ArticleForm Of(Article article) => new()
    {
        Title = article.Title,
        Summary = article.Summary,
        Body = article.Body,
        Category = article.Category,
        Tags = string.Join(", ", article.Tags),
        Author = article.Author,
        Picture = article.Media,
        Caption = article.Caption,
        Pinned = article.Pinned,
        AllowsComments = article.AllowsComments,
        PublishAt = article.State == ArticleState.Published ? article.PublishAt : null,
        OldAddresses = string.Join('\n', article.OldAddresses),
        Version = article.Version,
    };
}
