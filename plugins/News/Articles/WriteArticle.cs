namespace SmartKampung.News.Articles;

/// <summary>Writing articles by API.</summary>
static class WriteArticle
{
    public static async Task<IResult> Create(
        Body<ArticleDraft> body, HttpContext context, ArticleEditor editor, ArticleHistory history, IDocumentSession session, IRights rights, IAddresses addresses, ITexts texts, CancellationToken stop)
    {
        var article = await editor.WriteAsync(new Article { Title = "", Slug = "" }, body.Value, stop);
        if (Wrong(body.Value, article, rights, texts) is { } wrong) return wrong;
        var saved = await session.SaveAsync(history.Note(null, article), Wish(body.Value), stop);
        return Api.Created(context, saved, ArticleView.Of(saved, addresses));
    }

    public static async Task<IResult> Replace(
        Guid id, Body<ArticleDraft> body, HttpContext context, ArticleEditor editor, ArticleHistory history, IDocumentSession session, IRights rights, IAddresses addresses, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } old) return Problem.NotFound();
        if (!Api.IsCurrent(context, old)) return Api.Stale(texts);
        var article = await editor.WriteAsync(old, body.Value, stop);
        if (Wrong(body.Value, article, rights, texts) is { } wrong) return wrong;
        try
        {
            var saved = await session.SaveAsync(history.Note(old, article), string.IsNullOrWhiteSpace(body.Value.Slug) ? old.Slug : Wish(body.Value), stop);
            return Api.One(context, saved, ArticleView.Of(saved, addresses));
        }
        catch (ConcurrencyException)
        {
            return Api.Stale(texts);
        }
    }

    static IResult? Wrong(ArticleDraft draft, Article article, IRights rights, ITexts texts)
    {
        if (draft.State is not null && ArticleEditor.StateOf(draft) is null) return Problem.Field("/state", texts["api.state"]);
        if (article.State == ArticleState.Published && !rights.Has(Permissions.Publish)) return Problem.Field("/state", texts["api.may_not_publish"]);
        return !string.IsNullOrEmpty(draft.Picture) && article.Picture is null ? Problem.Field("/picture", texts["api.no_such_picture"]) : null;
    }

    static string Wish(ArticleDraft draft) =>
        new[] { Slug.Of(draft.Slug ?? ""), Slug.Of(draft.Title), "berita" }.First(slug => slug.Length > 0);
}
