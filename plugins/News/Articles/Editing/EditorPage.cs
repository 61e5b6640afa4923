namespace SmartKampung.News.Articles;

/// <summary>Makes the page on which an article is written.</summary>
sealed class EditorPage(
    IMedia media, WorkingCopies copies, ArticleHistory history, ArticleEditor editor, ArticleDifference difference, IRights rights, NewsSettings settings, ITexts texts, TimeProvider clock)
{
    /// <param name="id">The article, or what will be one.</param>
    /// <param name="article">As it is saved, or null.</param>
    /// <param name="form">What the fields show.</param>
    /// <param name="gallery">The gallery's rows.</param>
    /// <param name="stop">Cancels.</param>
    /// <param name="begun">What was typed and not saved, to be offered; or null.</param>
    /// <param name="isContinued">Whether the fields show what was typed and not saved.</param>
    /// <param name="stale">What somebody else saved meanwhile, or null.</param>
    public async Task<Page> ViewAsync(
        Guid id, Article? article, Form<ArticleForm> form, IReadOnlyList<GalleryPicture> gallery, CancellationToken stop,
        WorkingCopy? begun = null, bool isContinued = false, StaleArticle? stale = null)
    {
        var rows = GalleryRows.Shown(gallery);
        return Page.View("news-edit", new
        {
            id,
            article,
            version = article?.Version ?? 0,
            state = article is null ? "state.draft" : ManageArticles.StateKey(article, clock.GetUtcNow()),
            isPublic = article?.IsPublic(clock.GetUtcNow()) is true,
            chosen = await media.FindPictureAsync(article?.Media, stop),
            pictures = await media.ListPicturesAsync([.. gallery.Select(row => row.Media), .. article?.Media is { } chosen ? [chosen] : Array.Empty<Guid>()], stop),
            rows,
            categories = Categories(article),
            withComments = settings.Comments,
            mayPublish = rights.Has(Permissions.Publish),
            others = string.Join(", ", await copies.OthersAsync(id, stop)),
            begun,
            isContinued,
            stale,
        }, form);
    }

    /// <summary>Both versions: the fields keep what was typed, beside them stands what was saved; saving once more puts the typed one on top.</summary>
    public async Task<Page> StaleAsync(Guid id, Article? present, Form<ArticleForm> form, IReadOnlyList<GalleryPicture> gallery, CancellationToken stop)
    {
        if (!form.IsValid) return await ViewAsync(id, present, form, gallery, stop);
        var typed = form.Value;
        form.AddError("", texts[present is null ? "article.gone" : "article.stale"]);
        return await ViewAsync(id, present, form, gallery, stop, stale: present is null ? null : await TellAsync(present, typed, gallery, stop));
    }

    async Task<StaleArticle> TellAsync(Article present, ArticleForm typed, IReadOnlyList<GalleryPicture> gallery, CancellationToken stop)
    {
        var mine = editor.Write(present, typed, gallery, await media.FindPictureAsync(typed.Picture, stop));
        var saved = await history.FindAsync(present.Id, present.Revision, stop);
        return new(saved?.By ?? "", present.ChangedAt, present.Revision, difference.Between(Revision.Of(present), Revision.Of(mine)));
    }

    List<string> Categories(Article? article) =>
        [.. settings.Categories.Concat(article is { Category.Length: > 0 } ? [article.Category] : []).Distinct()];
}

/// <summary>What somebody else saved while an article was written.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Revision">Its number.</param>
/// <param name="Parts">Where what was typed differs from it.</param>
sealed record StaleArticle(string By, DateTimeOffset At, int Revision, IReadOnlyList<DifferentPart> Parts);
