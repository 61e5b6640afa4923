namespace SmartKampung.News.Announcements;

/// <summary>Reading announcements by API; those to come only for who publishes them.</summary>
static class QueryAnnouncements
{
    public static Task<IResult> List(int? page, IDocumentSession session, IRights rights, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var announcements = session.Query<Announcement>();
        if (!rights.Has(Permissions.Publish)) announcements = announcements.Where(a => a.From <= now);
        return Api.PageAsync(announcements.OrderByDescending(a => a.Until), page, AnnouncementView.Of, stop);
    }

    public static async Task<IResult> One(
        Guid id, HttpContext context, IDocumentSession session, IRights rights, TimeProvider clock, CancellationToken stop) =>
        await session.LoadAsync<Announcement>(id, stop) is { } announcement && (announcement.From <= clock.GetUtcNow() || rights.Has(Permissions.Publish))
            ? Api.One(context, announcement, AnnouncementView.Of(announcement))
            : Problem.NotFound();
}

sealed record AnnouncementView(Guid Id, int Version, string Title, string Text, string Link, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset ChangedAt)
{
    public static AnnouncementView Of(Announcement announcement) => new(
        announcement.Id, announcement.Version, announcement.Title, announcement.Text, announcement.Link,
        announcement.From, announcement.Until, announcement.ChangedAt);
}
