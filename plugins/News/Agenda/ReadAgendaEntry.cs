namespace SmartKampung.News.Agenda;

/// <summary>One agenda entry.</summary>
static class ReadAgendaEntry
{
    public static async Task<Page> Show(string slug, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (await session.Query<AgendaEntry>().Where(e => e.Slug == slug).FirstOrDefaultAsync(stop) is not { } entry) return Page.NotFound();
        var now = clock.GetUtcNow();
        var others = await session.UpcomingAgendaAt(now).Take(5).ToListAsync(stop);
        return Page.View("agenda-entry", new
        {
            item = AgendaItem.Of(entry, now, village.TimeZone),
            isOver = entry.Over <= now,
            paragraphs = Paragraphs(entry.Text),
            others = others.Where(other => other.Id != entry.Id).Take(4).Select(other => AgendaItem.Of(other, now, village.TimeZone)).ToList(),
        });
    }

    static List<string> Paragraphs(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
