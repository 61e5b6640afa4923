namespace SmartKampung.News.Articles;

/// <summary>An article's text as somebody saved it.</summary>
sealed record Revision : Document
{
    public required Guid Article { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    public DateTimeOffset At { get; init; }
    public Guid? Person { get; init; }

    /// <summary>Who saved it, as they were called then; empty for a script.</summary>
    public string By { get; init; } = "";

    /// <summary>The number of the revision that was taken back, or null.</summary>
    public int? RestoredFrom { get; init; }

    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Body { get; init; } = "";
    public string Category { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string Author { get; init; } = "";
    public Guid? Media { get; init; }
    public StoredPicture? Picture { get; init; }
    public string Caption { get; init; } = "";
    public IReadOnlyList<GalleryPicture> Gallery { get; init; } = [];

    public static Revision Of(Article article) => new()
    {
        Article = article.Id,
        Number = article.Revision,
        At = article.ChangedAt,
        Title = article.Title,
        Summary = article.Summary,
        Body = article.Body,
        Category = article.Category,
        Tags = article.Tags,
        Author = article.Author,
        Media = article.Media,
        Picture = article.Picture,
        Caption = article.Caption,
        Gallery = article.Gallery,
    };

    /// <summary>The article with this text; state, address and day stay.</summary>
    public Article PutInto(Article article) => article with
    {
        Title = Title,
        Summary = Summary,
        Body = Body,
        Category = Category,
        Tags = Tags,
        Author = Author,
        Media = Media,
        Picture = Picture,
        Caption = Caption,
        Gallery = Gallery,
    };

    /// <summary>Whether both say the same.</summary>
    public bool Says(Revision other) =>
        (Title, Summary, Body, Category, Author, Media, Picture, Caption) == (other.Title, other.Summary, other.Body, other.Category, other.Author, other.Media, other.Picture, other.Caption)
        && Tags.SequenceEqual(other.Tags) && Gallery.SequenceEqual(other.Gallery);
}
