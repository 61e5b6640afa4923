using SmartKampung.News.Articles;

namespace SmartKampung.News.Comments;

/// <summary>Staff look at what waits: new comments, and those that somebody reported. Two queries a page.</summary>
static class ModerateComments
{
    const string Path = "/kelola/news/komentar";
    const int PerPage = 20;

    public static async Task<Page> List(string? semua, string? halaman, IDocumentSession session, NewsSettings settings, CancellationToken stop)
    {
        var withAll = semua is not null;
        var comments = session.Query<Comment>();
        if (!withAll) comments = comments.Where(c => c.IsWaiting);
        var (page, last) = (PageNumber.Of(halaman), PageNumber.Last(await comments.CountAsync(stop), PerPage));
        if (page > last) return Page.NotFound();
        var rows = await comments.OrderByDescending(c => c.WrittenAt).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        Guid[] ids = [.. rows.Select(row => row.Article).Distinct()];
        var articles = (await session.Query<Article>().Where(a => ids.Contains(a.Id)).ToListAsync(stop)).ToDictionary(article => article.Id);
        return Page.View("news-moderate", new
        {
            rows = rows.Select(row => new ModeratedComment(row, row.State.ToString().ToLowerInvariant(), row.Paragraphs(), articles.GetValueOrDefault(row.Article)?.Title ?? "", articles.GetValueOrDefault(row.Article)?.Path ?? "")).ToList(),
            isOn = settings.Comments,
            withAll,
            pageNumber = page,
            last,
            pagesPath = withAll ? $"{Path}?semua=1&halaman=" : $"{Path}?halaman=",
        }, Form.Empty<SeenVersion>());
    }

    public static Task<Page> Approve(Guid id, Form<SeenVersion> form, IDocumentSession session, CancellationToken stop) =>
        ChangeAsync(id, form, comment => comment with { State = CommentState.Shown, IsWaiting = false, Reports = 0 }, "comment.approved", session, stop);

    public static Task<Page> Reject(Guid id, Form<SeenVersion> form, IDocumentSession session, CancellationToken stop) =>
        ChangeAsync(id, form, comment => comment with { State = CommentState.Rejected, IsWaiting = false }, "comment.rejected", session, stop);

    static async Task<Page> ChangeAsync(Guid id, Form<SeenVersion> form, Func<Comment, Comment> change, string message, IDocumentSession session, CancellationToken stop)
    {
        var changed = Page.SeeOther(Path, message: "article.changed");
        if (!form.IsValid || await session.LoadAsync<Comment>(id, stop) is not { } comment) return Page.NotFound();
        if (comment.Version != form.Value.Version) return changed;
        session.Store(change(comment));
        await CommentReport.ForgetAsync(session, id, stop);
        return await session.SavedPageAsync(Page.SeeOther(Path, message), () => Task.FromResult(changed), stop);
    }
}

sealed record ModeratedComment(Comment Comment, string State, IReadOnlyList<string> Paragraphs, string Title, string Path);
