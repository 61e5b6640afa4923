namespace SmartKampung.News.Articles;

/// <summary>Shows an article to the public, at once or when its time comes, or takes it away again.</summary>
static class PublishArticle
{
    public static Task<IResult> Publish(
        Guid id, HttpContext context, IDocumentSession session, IAddresses addresses, ITexts texts, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, article => Published(article, clock.GetUtcNow()), context, session, addresses, texts, stop);

    public static Task<IResult> Archive(
        Guid id, HttpContext context, IDocumentSession session, IAddresses addresses, ITexts texts, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, article => article with { State = ArticleState.Archived, ChangedAt = clock.GetUtcNow() }, context, session, addresses, texts, stop);

    // A draft is new on the day it is published; what was published before keeps its day.
    static Article Published(Article article, DateTimeOffset now) => article with
    {
        State = ArticleState.Published,
        PublishAt = article.State == ArticleState.Draft && article.PublishAt < now ? now : article.PublishAt,
        ChangedAt = now,
    };

    static async Task<IResult> ChangeAsync(
        Guid id, Func<Article, Article> change, HttpContext context, IDocumentSession session, IAddresses addresses, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } article) return Problem.NotFound();
        if (!Api.IsCurrent(context, article)) return Api.Stale(texts);
        var changed = change(article).Placed();
        session.Store(changed);
        var saved = changed with { Version = changed.Version + 1 };
        return await session.SavedAsync(Api.One(context, saved, ArticleView.Of(saved, addresses)), texts, stop);
    }
}
