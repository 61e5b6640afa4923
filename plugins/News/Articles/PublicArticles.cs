namespace SmartKampung.News.Articles;

/// <summary>Articles as the public sees them. A schedule needs no job: the query itself looks at the clock.</summary>
static class PublicArticles
{
    public static IDocumentQuery<Article> PublicArticlesAt(this IDocumentSession session, DateTimeOffset now) =>
        session.Query<Article>().Where(a => a.VisibleFrom <= now);

    public static IDocumentQuery<Article> PinnedFirst(this IDocumentQuery<Article> articles) =>
        articles.OrderByDescending(a => a.Rank);

    public static IDocumentQuery<Article> NewestFirst(this IDocumentQuery<Article> articles) =>
        articles.OrderByDescending(a => a.VisibleFrom);
}
