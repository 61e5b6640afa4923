namespace SmartKampung.News.Articles;

/// <summary>All articles with their states, for who writes them.</summary>
static class ManageArticles
{
    const int PerPage = 30;

    public static async Task<Page> Show(string? halaman, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var page = PageNumber.Of(halaman);
        var articles = session.Query<Article>().PinnedFirst();
        var last = PageNumber.Last(await articles.CountAsync(stop), PerPage);
        if (page > last) return Page.NotFound();
        return Page.View("news-manage", new
        {
            rows = Rows(await articles.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop), clock.GetUtcNow()),
            pageNumber = page,
            last,
        });
    }

    static List<ManagedArticle> Rows(IEnumerable<Article> articles, DateTimeOffset now) =>
        [.. articles.Select(article => new ManagedArticle(article, StateKey(article, now), article.IsPublic(now)))];

    static string StateKey(Article article, DateTimeOffset now) =>
        article.State == ArticleState.Published && article.PublishAt > now ? "state.scheduled" : $"state.{article.State.ToString().ToLowerInvariant()}";
}

sealed record ManagedArticle(Article Article, string State, bool IsPublic);
