namespace SmartKampung.News.Articles;

/// <summary>Takes an article back, archives it, pins it, sends it back to its writer, or removes it.</summary>
static class MoveArticle
{
    public static Task<Page> TakeBack(Guid id, Form<SeenVersion> form, IDocumentSession session, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, form, article => article with { State = ArticleState.Draft }, "article.taken_back", session, clock, stop);

    public static Task<Page> Archive(Guid id, Form<SeenVersion> form, IDocumentSession session, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, form, article => article with { State = ArticleState.Archived }, "article.archived", session, clock, stop);

    public static Task<Page> Pin(Guid id, Form<SeenVersion> form, IDocumentSession session, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, form, article => article with { Pinned = !article.Pinned }, "article.saved", session, clock, stop);

    public static async Task<Page> Ask(Guid id, IDocumentSession session, CancellationToken stop) =>
        await session.LoadAsync<Article>(id, stop) is { } article ? Page.View("news-remove", new { article }, Form.Empty<SeenVersion>()) : Page.NotFound();

    /// <summary>The article goes with all that belongs to it alone.</summary>
    public static async Task<Page> Remove(Guid id, Form<SeenVersion> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } article) return Page.NotFound();
        if (!form.IsValid || form.Value.Version != article.Version) return await RefuseAsync(id, form, session, texts, stop);
        await session.DeleteWholeAsync(article, stop);
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther("/kelola/news", message: "article.removed");
        }
        catch (ConcurrencyException)
        {
            return await RefuseAsync(id, form, session, texts, stop);
        }
    }

    static async Task<Page> RefuseAsync(Guid id, Form<SeenVersion> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        form.AddError("", texts["article.changed"]);
        return (await Ask(id, session, stop)).With(form);
    }

    /// <summary>Who saw an older version is shown the article as it is now instead.</summary>
    static async Task<Page> ChangeAsync(
        Guid id, Form<SeenVersion> form, Func<Article, Article> change, string message, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } article) return Page.NotFound();
        if (!form.IsValid || form.Value.Version != article.Version) return Page.SeeOther(EditArticle.PathOf(id), message: "article.changed");
        session.Store(change(article).Placed() with { ChangedAt = clock.GetUtcNow() });
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther(EditArticle.PathOf(id), message);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(EditArticle.PathOf(id), message: "article.changed");
        }
    }
}
