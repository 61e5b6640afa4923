using SmartKampung.News.Agenda;
using SmartKampung.News.Articles;

namespace SmartKampung.News;

/// <summary>The figures of a village's news.</summary>
static class CountNews
{
    public static async Task<IReadOnlyList<Indicator>> Count(Village village, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = village.TimeZone.DayOf(now);
        var month = village.TimeZone.StartOf(today.AddDays(1 - today.Day));
        var articles = session.PublicArticlesAt(now);
        return
        [
            new("articles", await articles.CountAsync(stop)),
            new("articles-this-month", await articles.Where(a => a.VisibleFrom >= month).CountAsync(stop)),
            new("agenda-ahead", await session.Query<AgendaEntry>().Where(e => e.Over > now).CountAsync(stop)),
        ];
    }
}
