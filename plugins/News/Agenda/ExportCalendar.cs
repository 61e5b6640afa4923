namespace SmartKampung.News.Agenda;

/// <summary>The village's calendar for people's own calendars: everything that comes and the last 90 days, or one entry.</summary>
static class ExportCalendar
{
    const int Most = 500;

    public static async Task<IResult> All(
        IDocumentSession session, ITexts texts, Village village, IAddresses addresses, TimeProvider clock, CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-90);
        var entries = await session.UpcomingAgendaAt(since).Take(Most).ToListAsync(stop);
        return CalendarFile.Of(entries, texts["agenda.of", village.Name], "agenda.ics", village, addresses);
    }

    public static async Task<IResult> One(
        string slug, IDocumentSession session, Village village, IAddresses addresses, CancellationToken stop) =>
        await session.Query<AgendaEntry>().Where(e => e.Slug == slug).FirstOrDefaultAsync(stop) is { } entry
            ? CalendarFile.Of([entry], entry.Title, $"{slug}.ics", village, addresses)
            : Page.NotFound();
}
