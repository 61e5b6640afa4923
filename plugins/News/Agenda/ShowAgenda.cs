using SmartKampung.News.Articles;

namespace SmartKampung.News.Agenda;

/// <summary>What comes, by month, and what was.</summary>
static class ShowAgenda
{
    const int PastPerPage = 10;
    const int MostUpcoming = 100;

    public static async Task<Page> Show(string? halaman, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var page = PageNumber.Of(halaman);
        var past = session.PastAgendaAt(now);
        var last = PageNumber.Last(await past.CountAsync(stop), PastPerPage);
        if (page > last) return Page.NotFound();
        var upcoming = page == 1 ? await session.UpcomingAgendaAt(now).Take(MostUpcoming).ToListAsync(stop) : [];
        var gone = await past.Skip((page - 1) * PastPerPage).Take(PastPerPage).ToListAsync(stop);
        return Page.View("agenda", new
        {
            months = ByMonth(upcoming, now, village.TimeZone),
            past = gone.Select(entry => AgendaItem.Of(entry, now, village.TimeZone)).ToList(),
            pageNumber = page,
            last,
        });
    }

    static List<MonthOfAgenda> ByMonth(IReadOnlyList<AgendaEntry> entries, DateTimeOffset now, TimeZoneInfo zone) =>
        [.. entries.GroupBy(entry => Month.Of(entry.Starts, zone))
            .Select(month => new MonthOfAgenda(month.Key.In(zone).From, [.. month.Select(entry => AgendaItem.Of(entry, now, zone))]))];
}

sealed record MonthOfAgenda(DateTimeOffset Month, IReadOnlyList<AgendaItem> Entries);
