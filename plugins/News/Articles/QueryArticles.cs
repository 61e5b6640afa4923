namespace SmartKampung.News.Articles;

/// <summary>Reading articles by API: everybody the public ones, who writes news all of them.</summary>
static class QueryArticles
{
    public static async Task<IResult> List(
        int? page, string? search, string? state, IDocumentSession session, IRights rights, IAddresses addresses, TimeProvider clock, CancellationToken stop)
    {
        var articles = rights.Has(Permissions.Write) ? session.Query<Article>() : session.PublicArticlesAt(clock.GetUtcNow());
        if (Enum.TryParse<ArticleState>(state, ignoreCase: true, out var asked)) articles = articles.Where(a => a.State == asked);
        articles = string.IsNullOrWhiteSpace(search) ? articles.PinnedFirst() : articles.NewestFirst().Search(search);
        return await Api.PageAsync(articles, page, article => ArticleView.Of(article, addresses), stop);
    }

    public static async Task<IResult> One(
        Guid id, HttpContext context, IDocumentSession session, IRights rights, IAddresses addresses, TimeProvider clock, CancellationToken stop)
    {
        var article = await session.LoadAsync<Article>(id, stop);
        return article is not null && (article.IsPublic(clock.GetUtcNow()) || rights.Has(Permissions.Write))
            ? Api.One(context, article, ArticleView.Of(article, addresses))
            : Problem.NotFound();
    }
}
