using SmartKampung.News.Articles;

namespace SmartKampung.News.Portal;

/// <summary>What the portal shows of an article. One that is scheduled waits here until its time has come.</summary>
sealed record PortalArticle : Document
{
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string VillageSlug { get; init; }
    public required string VillageName { get; init; }
    public string District { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Body { get; init; } = "";
    public string Category { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public StoredPicture? Picture { get; init; }
    public DateTimeOffset PublishAt { get; init; }

    public string Path => $"/berita/{Slug}";

    public static PortalArticle? Of(Article article, Village village) => article.State != ArticleState.Published ? null : new()
    {
        Id = article.Id,
        Title = article.Title,
        Slug = article.Slug,
        VillageSlug = village.Slug,
        VillageName = village.Name,
        District = village.District.Name,
        Summary = article.Summary,
        Body = article.Body,
        Category = article.Category,
        Tags = article.Tags,
        Picture = article.Picture,
        PublishAt = article.PublishAt,
    };
}
