using SmartKampung.News.Agenda;
using SmartKampung.News.Articles;

namespace SmartKampung.News;

/// <summary>The newest articles and the next agenda entries on the village's home page, in two queries.</summary>
static class ShowNewsOnHome
{
    const int Entries = 4;

    public static async Task<object> Show(
        IDocumentSession session, NewsSettings settings, Village village, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var articles = await session.PublicArticlesAt(now).PinnedFirst().Take(settings.ArticlesOnHome).ToListAsync(stop);
        var entries = await session.UpcomingAgendaAt(now).Take(Entries).ToListAsync(stop);
        return new { articles, entries = entries.Select(entry => AgendaItem.Of(entry, now, village.TimeZone)).ToList() };
    }
}
