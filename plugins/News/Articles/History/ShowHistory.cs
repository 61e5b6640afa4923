namespace SmartKampung.News.Articles;

/// <summary>An article's revisions, what each changed, and the way back to one.</summary>
static class ShowHistory
{
    public static string PathOf(Guid id) => $"{EditArticle.PathOf(id)}/riwayat";

    public static async Task<Page> List(Guid id, IDocumentSession session, ArticleHistory history, CancellationToken stop) =>
        await session.LoadAsync<Article>(id, stop) is { } article
            ? Page.View("news-history", new { article, revisions = await history.OfAsync(id, stop) })
            : Page.NotFound();

    /// <summary>One revision beside the one before it, or beside the text as it is now.</summary>
    public static async Task<Page> One(
        Guid id, string number, string? banding, IDocumentSession session, ArticleHistory history, ArticleDifference difference, IRights rights, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } article || await history.FindAsync(id, number, stop) is not { } revision) return Page.NotFound();
        var withNow = banding == "sekarang";
        var other = withNow ? Revision.Of(article) : await history.FindAsync(id, revision.Number - 1, stop);
        var nothing = new Revision { Article = id, Number = 0 };
        return Page.View("news-revision", new
        {
            article,
            revision,
            withNow,
            body = new Html(revision.Body),
            parts = withNow ? difference.Between(revision, other!) : difference.Between(other ?? nothing, revision),
            isNewest = revision.Number == article.Revision,
            mayRestore = article.State != ArticleState.Published || rights.Has(Permissions.Publish),
        }, Form.Empty<SeenVersion>());
    }

    public static async Task<Page> Restore(Guid id, string number, Form<SeenVersion> form, IDocumentSession session, ArticleHistory history, ArticleDesk desk, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } article || await history.FindAsync(id, number, stop) is not { } revision) return Page.NotFound();
        if (!form.IsValid || form.Value.Version != article.Version) return Page.SeeOther(PathOf(id), message: "article.changed");
        return await desk.RestoreAsync(article, revision, stop) switch
        {
            Saving.Done => Page.SeeOther(EditArticle.PathOf(id), message: "article.restored"),
            Saving.Stale => Page.SeeOther(PathOf(id), message: "article.changed"),
            _ => Page.SeeOther(PathOf(id), message: "article.may_not_publish"),
        };
    }
}
