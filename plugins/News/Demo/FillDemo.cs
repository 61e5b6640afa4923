using SmartKampung.News.Announcements;
using SmartKampung.News.Articles;

namespace SmartKampung.News.Demo;

/// <summary>Fills the demo village from the demo folder, as if its days were counted from today. All or nothing, and once.</summary>
static class FillDemo
{
    public static async Task Fill(IDocumentSession session, DemoArticles articles, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (await session.Query<Article>().AnyAsync(stop)) return;
        var now = clock.GetUtcNow();
        foreach (var article in await articles.ReadAsync(stop)) session.Store(article);
        foreach (var announcement in await DemoFolder.ReadAsync<DemoAnnouncement>("announcements.json", stop))
            session.Store(announcement.At(now, village.TimeZone));
        foreach (var entry in await DemoAgenda.ReadAsync(now, village.TimeZone, stop)) session.Store(entry);
        await session.SaveChangesAsync(stop);
    }
}

sealed record DemoAnnouncement(int DaysAgo, int EndsInDays, string Title, string Text, string? Link)
{
    public Announcement At(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.DayOf(now);
        var day = today.AddDays(-DaysAgo);
        var draft = new AnnouncementDraft
        {
            Title = DayPlaceholder.Fill(Title, day),
            Text = DayPlaceholder.Fill(Text, day),
            Link = Link,
            From = zone.At(day, DaysAgo == 0 ? TimeOnly.MinValue : new(7, 0)),
            Until = zone.At(today.AddDays(EndsInDays), new(23, 59)),
        };
        return WriteAnnouncement.Of(new Announcement { Title = "" }, draft, now);
    }
}
