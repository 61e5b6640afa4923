using SmartKampung.News.Agenda;
using SmartKampung.News.Announcements;
using SmartKampung.News.Articles;

namespace SmartKampung.News.Search;

/// <summary>Finds articles, agenda entries and announcements for the village's search.</summary>
static class FindNews
{
    const int MostOfAKind = 50;

    public static async Task<IReadOnlyList<SearchHit>> Find(SearchWords words, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        if (!SearchText.Words(words.Text).Any()) return [];
        var now = clock.GetUtcNow();
        var articles = await session.PublicArticlesAt(now).Matching(words.Text).NewestFirst().Take(MostOfAKind).ToListAsync(stop);
        var entries = await session.Query<AgendaEntry>().Matching(words.Text).OrderByDescending(e => e.Starts).Take(MostOfAKind).ToListAsync(stop);
        var announcements = await ShowAnnouncements.PresentAt(session, now).Matching(words.Text).Take(MostOfAKind).ToListAsync(stop);
        return Ranked(
            words,
            [.. articles.Select(Hit), .. entries.Select(Hit), .. announcements.Select(Hit)]);
    }

    static SearchHit Hit(Article article) => new(article.Title, article.Path, article.Summary, article.PublishAt);

    static SearchHit Hit(AgendaEntry entry) => new(entry.Title, entry.Path, entry.Text, entry.Starts);

    static SearchHit Hit(Announcement announcement) => new(announcement.Title, "/pengumuman", announcement.Text, announcement.From);

    static List<SearchHit> Ranked(SearchWords words, IEnumerable<SearchHit> hits) =>
        [.. hits.OrderByDescending(hit => SearchText.Rank(hit.Title, words.Text)).ThenByDescending(hit => hit.Date)];
}
