namespace SmartKampung.News.Articles;

/// <summary>Writes and edits an article in the console.</summary>
static class EditArticle
{
    public const string Begin = "/kelola/news/artikel/baru";

    public static string PathOf(Guid id) => $"/kelola/news/artikel/{id}";

    /// <summary>An empty page, under an id of its own so that what is typed can be kept before it is saved.</summary>
    public static async Task<Page> New(EditorPage page, WorkingCopies copies, IPerson person, CancellationToken stop) =>
        await page.ViewAsync(Guid.CreateVersion7(), null, Form.Of(new ArticleForm { Author = person.Name }), [], stop, begun: await copies.BegunAsync(stop));

    /// <param name="id">The article, or one that is begun and not saved.</param>
    /// <param name="lanjut">Given to go on with what was typed and not saved.</param>
    /// <param name="page">Makes the page.</param>
    /// <param name="copies">What was typed and not saved.</param>
    /// <param name="session">The village's documents.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<Page> Show(Guid id, string? lanjut, EditorPage page, WorkingCopies copies, IDocumentSession session, CancellationToken stop)
    {
        var article = await session.LoadAsync<Article>(id, stop);
        var copy = await copies.OwnAsync(id, stop);
        if (copy?.Typed is { } typed && (lanjut is not null || article is null)) return await page.ViewAsync(id, article, Form.Of(typed), copy.Gallery, stop, isContinued: true);
        return article is null ? Page.NotFound() : await page.ViewAsync(id, article, Form.Of(ArticleForm.Of(article)), article.Gallery, stop, begun: copy?.KeptAt is null ? null : copy);
    }

    public static async Task<Page> Save(
        Guid id, Form<ArticleForm> form, HttpRequest request, ArticleDesk desk, EditorPage page, IDocumentSession session, CancellationToken stop)
    {
        var gallery = GalleryRows.Read(request);
        var saving = await desk.SaveAsync(id, form, gallery, stop);
        if (saving == Saving.Done) return Page.SeeOther(PathOf(id), message: MessageOf(form.Value.Then));
        var present = await session.LoadAsync<Article>(id, stop);
        return saving == Saving.Stale ? await page.StaleAsync(id, present, form, gallery, stop) : await page.ViewAsync(id, present, form, gallery, stop);
    }

    static string MessageOf(string then) => then switch { "publish" => "article.published", "review" => "article.handed_in", _ => "article.saved" };
}
