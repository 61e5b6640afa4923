namespace SmartKampung.News.Articles;

/// <summary>An article as schema.org's NewsArticle, for search engines.</summary>
static class NewsArticleData
{
    public static Dictionary<string, object> Of(Article article, Village village, IAddresses addresses)
    {
        var data = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["description"] = article.Summary,
            ["datePublished"] = In(article.PublishAt, village),
            ["dateModified"] = In(Latest(article.ChangedAt, article.PublishAt), village),
            ["inLanguage"] = "id",
            ["mainEntityOfPage"] = addresses.Absolute(article.Path).AbsoluteUri,
            ["publisher"] = Organization(village, addresses),
            ["author"] = article.Author.Length > 0 ? Person(article.Author) : Organization(village, addresses),
        };
        if (article.Picture is { } picture) data["image"] = new Uri(addresses.Absolute("/"), addresses.File(picture.File)).AbsoluteUri;
        if (article.Category.Length > 0) data["articleSection"] = article.Category;
        if (article.Tags.Count > 0) data["keywords"] = string.Join(", ", article.Tags);
        return data;
    }

    static Dictionary<string, object> Person(string name) => new() { ["@type"] = "Person", ["name"] = name };

    static Dictionary<string, object> Organization(Village village, IAddresses addresses) => new()
    {
        ["@type"] = "GovernmentOrganization",
        ["name"] = $"{village.Kind} {village.Name}",
        ["url"] = addresses.Absolute("/").AbsoluteUri,
    };

    static string In(DateTimeOffset moment, Village village) =>
        TimeZoneInfo.ConvertTime(moment, village.TimeZone).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
