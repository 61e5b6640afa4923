namespace SmartKampung.News.Announcements;

/// <summary>Present and past announcements.</summary>
static class ShowAnnouncements
{
    const int PastPerPage = 20;

    public static async Task<Page> Show(string? halaman, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var page = PageNumber.Of(halaman);
        var past = session.Query<Announcement>().Where(a => a.Until <= now).OrderByDescending(a => a.Until);
        var last = PageNumber.Last(await past.CountAsync(stop), PastPerPage);
        if (page > last) return Page.NotFound();
        return Page.View("announcements", new
        {
            present = page == 1 ? await PresentAt(session, now).ToListAsync(stop) : [],
            past = await past.Skip((page - 1) * PastPerPage).Take(PastPerPage).ToListAsync(stop),
            pageNumber = page,
            last,
        });
    }

    public static async Task<object> OnHome(IDocumentSession session, TimeProvider clock, CancellationToken stop) =>
        new { announcements = await PresentAt(session, clock.GetUtcNow()).Take(2).ToListAsync(stop) };

    public static IDocumentQuery<Announcement> PresentAt(IDocumentSession session, DateTimeOffset now) =>
        session.Query<Announcement>().Where(a => a.Until > now && a.From <= now).OrderByDescending(a => a.From);
}
