namespace SmartKampung.News.Articles;

/// <summary>An article as the API shows it; what it shows can be sent back with PUT.</summary>
sealed record ArticleView(
    Guid Id,
    int Version,
    string Address,
    string Slug,
    IReadOnlyList<string> EarlierSlugs,
    string Title,
    string Summary,
    string Body,
    string Category,
    IReadOnlyList<string> Tags,
    string Author,
    string? Picture,
    string? PictureAlt,
    string Caption,
    string State,
    DateTimeOffset PublishAt,
    DateTimeOffset ChangedAt,
    bool Pinned)
{
    public static ArticleView Of(Article article, IAddresses addresses) => new(
        article.Id, article.Version, addresses.Absolute(article.Path).AbsoluteUri, article.Slug, article.EarlierSlugs,
        article.Title, article.Summary, article.Body, article.Category, article.Tags, article.Author,
        article.Picture?.File, article.Picture?.Alt, article.Caption, article.State.ToString().ToLowerInvariant(),
        article.PublishAt, article.ChangedAt, article.Pinned);
}
