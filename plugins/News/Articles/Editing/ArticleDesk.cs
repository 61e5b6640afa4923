namespace SmartKampung.News.Articles;

/// <summary>Saves what was typed at an article: checked, with its revision, in one unit of work.</summary>
sealed class ArticleDesk(
    IDocumentSession session, ArticleEditor editor, ArticleHistory history, WorkingCopies copies, IMedia media, IRights rights, ITexts texts, TimeProvider clock)
{
    /// <returns>Whether it was saved; if not, the form says why, or <see cref="Saving.Stale"/>.</returns>
    public async Task<Saving> SaveAsync(Guid id, Form<ArticleForm> form, IReadOnlyList<GalleryPicture> gallery, CancellationToken stop)
    {
        var before = await session.LoadAsync<Article>(id, stop);
        if (!form.IsValid) return Saving.Wrong;
        if ((before?.Version ?? 0) != form.Value.Version) return Saving.Stale;
        var picture = await media.FindPictureAsync(form.Value.Picture, stop);
        await CheckAsync(form, picture, gallery, before, stop);
        if (!form.IsValid) return Saving.Wrong;
        var article = Moved(editor.Write(before ?? new Article { Id = id, Title = "", Slug = "" }, form.Value, gallery, picture), form.Value);
        return await StoreAsync(before, article, restoredFrom: null, stop);
    }

    /// <summary>Saves the text of an earlier revision as the newest.</summary>
    public async Task<Saving> RestoreAsync(Article before, Revision revision, CancellationToken stop) =>
        before.State == ArticleState.Published && !rights.Has(Permissions.Publish)
            ? Saving.Wrong
            : await StoreAsync(before, editor.Prepared(revision.PutInto(before)), revision.Number, stop);

    async Task<Saving> StoreAsync(Article? before, Article article, int? restoredFrom, CancellationToken stop)
    {
        try
        {
            await copies.DropAsync(article.Id, stop);
            var (addressed, wish) = Addressed(before, history.Note(before, article, restoredFrom));
            await session.SaveAsync(addressed, wish, stop);
            return Saving.Done;
        }
        catch (ConcurrencyException)
        {
            return Saving.Stale;
        }
    }

    /// <summary>An address that readers know stays; before, it follows the title and leaves nothing behind.</summary>
    static (Article Article, string Wish) Addressed(Article? before, Article article) =>
        before is not null && (before.VisibleFrom is not null || before.EarlierSlugs.Count > 0 || before.State == ArticleState.Archived || before.Title == article.Title)
            ? (article, before.Slug)
            : (article with { Slug = "" }, SlugOf(article));

    static string SlugOf(Article article) => Slug.Of(article.Title) is { Length: > 0 } slug ? slug : "berita";

    async Task CheckAsync(Form<ArticleForm> form, MediaPicture? picture, IReadOnlyList<GalleryPicture> gallery, Article? before, CancellationToken stop)
    {
        var typed = form.Value;
        var isForPublic = typed.Then == "publish" || before?.State == ArticleState.Published;
        if (typed.Title.Trim().Length == 0) form.AddError("title", texts["article.title_missing"]);
        if (isForPublic && !rights.Has(Permissions.Publish)) form.AddError("", texts["article.may_not_publish"]);
        if (typed.Picture is not null && picture is null) form.AddError("picture", texts["article.picture_gone"]);
        if (picture is { Alt.Length: 0 }) form.AddError("picture", texts["article.picture_undescribed"]);
        if (OldAddress.FindWrong(typed.OldAddresses) is { } wrong) form.AddError("oldAddresses", texts["article.old_address_wrong", wrong]);
        var found = await media.FindPicturesAsync(gallery.Select(row => row.Media), stop);
        if (gallery.Any(row => !found.TryGetValue(row.Media, out var shown) || shown.Alt.Length == 0)) form.AddError("", texts["article.gallery_wrong"]);
    }

    Article Moved(Article article, ArticleForm typed) => (typed.Then switch
    {
        "publish" => article with { State = ArticleState.Published, PublishAt = typed.PublishAt ?? (article.State == ArticleState.Published ? article.PublishAt : clock.GetUtcNow()) },
        "review" when article.State == ArticleState.Draft => article with { State = ArticleState.Review },
        _ => article,
    }).Placed();
}

/// <summary>What became of a save.</summary>
enum Saving
{
    Done,
    Wrong,
    Stale,
}
