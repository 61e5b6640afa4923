namespace SmartKampung.News.Portal;

/// <summary>The latest news of all villages, at the regency's portal.</summary>
static class ShowRegencyNews
{
    const int PerPage = 12;

    public static async Task<Page> Show(string? halaman, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var page = PageNumber.Of(halaman);
        var articles = Latest(session, clock.GetUtcNow());
        var last = PageNumber.Last(await articles.CountAsync(stop), PerPage);
        if (page > last) return Page.NotFound();
        return Page.View("news-of-regency", new
        {
            articles = await articles.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop),
            pageNumber = page,
            last,
        });
    }

    public static async Task<object> OnHome(IDocumentSession session, TimeProvider clock, CancellationToken stop) =>
        new { articles = await Latest(session, clock.GetUtcNow()).Take(3).ToListAsync(stop) };

    public static IDocumentQuery<PortalArticle> Latest(IDocumentSession session, DateTimeOffset now) =>
        session.Query<PortalArticle>().Where(a => a.PublishAt <= now).OrderByDescending(a => a.PublishAt);
}
