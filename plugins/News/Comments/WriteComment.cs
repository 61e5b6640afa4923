using SmartKampung.News.Articles;

namespace SmartKampung.News.Comments;

/// <summary>Residents read and write comments on a page of its own, which is theirs alone and never kept.</summary>
static class WriteComment
{
    const int MostAnHour = 5;

    public static string PathOf(Article article) => $"{article.Path}/komentar";

    public static async Task<Page> Show(string slug, IDocumentSession session, NewsSettings settings, IPerson person, IConsents consents, TimeProvider clock, CancellationToken stop) =>
        await FindAsync(slug, session, settings, clock, stop) is { } article
            ? await ViewAsync(article, Form.Empty<NewComment>(), session, person, await consents.HasGivenAsync(ShownName.Purpose, stop), stop)
            : Page.NotFound();

    public static async Task<Page> Write(
        string slug, Form<NewComment> form, IDocumentSession session, NewsSettings settings, IPerson person, IConsents consents, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(slug, session, settings, clock, stop) is not { } article || person.Id is not { } id) return Page.NotFound();
        var (now, hasAgreed) = (clock.GetUtcNow(), await consents.HasGivenAsync(ShownName.Purpose, stop));
        if (form.IsValid && !hasAgreed && !form.Value.Consent) form.AddError("consent", texts["comment.consent.needed"]);
        if (form.IsValid && await IsOftenAsync(id, now, session, stop)) form.AddError("text", texts["comment.often", MostAnHour]);
        if (!form.IsValid) return await ViewAsync(article, form, session, person, hasAgreed, stop);
        if (!hasAgreed) await consents.GiveAsync(ShownName.Purpose, stop);
        var isTrusted = settings.TrustKnownCommenters && await IsKnownAsync(id, session, stop);
        session.Store(new Comment
        {
            Article = article.Id,
            Person = id,
            Name = person.Name,
            Text = form.Value.Text.Trim(),
            WrittenAt = now,
            State = isTrusted ? CommentState.Shown : CommentState.Held,
            IsWaiting = !isTrusted,
        });
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(PathOf(article), message: isTrusted ? "comment.shown" : "comment.held");
    }

    /// <summary>Who wrote it takes it away for good.</summary>
    public static async Task<Page> Remove(Guid id, Form<Nothing> form, IDocumentSession session, IPerson person, CancellationToken stop)
    {
        if (!form.IsValid || await session.LoadAsync<Comment>(id, stop) is not { } comment || comment.Person != person.Id) return Page.NotFound();
        session.Delete(comment);
        await CommentReport.ForgetAsync(session, id, stop);
        return await session.SavedPageAsync(await BackAsync(comment, "comment.removed", session, stop), () => Task.FromResult(Page.NotFound()), stop);
    }

    /// <summary>Another resident says that staff should look at it; it stays until they did.</summary>
    public static async Task<Page> Report(Guid id, Form<Nothing> form, IDocumentSession session, IPerson person, CancellationToken stop)
    {
        if (!form.IsValid || person.Id is not { } reporter || await session.LoadAsync<Comment>(id, stop) is not { State: CommentState.Shown } comment) return Page.NotFound();
        var back = await BackAsync(comment, "comment.reported", session, stop);
        if (comment.Person == reporter || await session.Query<CommentReport>().Where(report => report.Comment == id && report.Person == reporter).AnyAsync(stop)) return back;
        session.Store(new CommentReport { Comment = id, Person = reporter });
        session.Store(comment with { Reports = comment.Reports + 1, IsWaiting = true });
        return await session.SavedPageAsync(back, () => Task.FromResult(back), stop);
    }

    static async Task<Page> BackAsync(Comment comment, string message, IDocumentSession session, CancellationToken stop) =>
        await session.LoadAsync<Article>(comment.Article, stop) is { } article ? Page.SeeOther(PathOf(article), message) : Page.SeeOther("/berita", message);

    static async Task<Article?> FindAsync(string slug, IDocumentSession session, NewsSettings settings, TimeProvider clock, CancellationToken stop) =>
        settings.Comments ? await session.PublicArticlesAt(clock.GetUtcNow()).Where(a => a.Slug == slug && a.AllowsComments).FirstOrDefaultAsync(stop) : null;

    static async Task<bool> IsOftenAsync(Guid person, DateTimeOffset now, IDocumentSession session, CancellationToken stop)
    {
        var since = now.AddHours(-1);
        return await session.Query<Comment>().Where(c => c.Person == person && c.WrittenAt > since).CountAsync(stop) >= MostAnHour;
    }

    static Task<bool> IsKnownAsync(Guid person, IDocumentSession session, CancellationToken stop) =>
        session.Query<Comment>().Where(c => c.Person == person && c.State == CommentState.Shown).AnyAsync(stop);

    static async Task<Page> ViewAsync(Article article, Form<NewComment> form, IDocumentSession session, IPerson person, bool hasAgreed, CancellationToken stop) =>
        Page.View("news-comments", new { article, hasAgreed, comments = await ShownComment.OfAsync(session, article.Id, person.Id, stop) }, form);
}

sealed record NewComment([Required, StringLength(1000), Display(Name = "comment.text")] string Text, [Display(Name = "comment.consent")] bool Consent = false);
