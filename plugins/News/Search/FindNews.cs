using SmartKampung.News.Agenda;
using SmartKampung.News.Announcements;
using SmartKampung.News.Articles;
using SmartKampung.News.Portal;

namespace SmartKampung.News.Search;

/// <summary>Finds articles, agenda entries and announcements for the village's search, and the villages' articles for the portal's.</summary>
static class FindNews
{
    const int MostOfAKind = 50;
    const int MostAtPortal = 100;

    public static async Task<IReadOnlyList<SearchHit>> InVillage(SearchWords words, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var articles = await session.PublicArticlesAt(now).NewestFirst().Search(words.Text).Take(MostOfAKind).ToListAsync(stop);
        var entries = await session.Query<AgendaEntry>().OrderByDescending(e => e.Starts).Search(words.Text).Take(MostOfAKind).ToListAsync(stop);
        var announcements = await ShowAnnouncements.PresentAt(session, now).Search(words.Text).Take(MostOfAKind).ToListAsync(stop);
        return Mixed(articles.Select(Hit), entries.Select(Hit), announcements.Select(Hit));
    }

    public static async Task<IReadOnlyList<SearchHit>> AtPortal(SearchWords words, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var articles = await ShowRegencyNews.Latest(session, clock.GetUtcNow()).Search(words.Text).Take(MostAtPortal).ToListAsync(stop);
        return [.. articles.Select(Hit)];
    }

    /// <summary>The best of each kind first, then the second ones.</summary>
    static List<SearchHit> Mixed(params IEnumerable<SearchHit>[] kinds) =>
        [.. kinds.SelectMany(kind => kind.Index()).OrderBy(hit => hit.Index).Select(hit => hit.Item)];

    static SearchHit Hit(Article article) => new(article.Title, article.Path, article.Summary, article.PublishAt) { Body = new Html(article.Body) };

    static SearchHit Hit(AgendaEntry entry) => new(entry.Title, entry.Path, entry.Text, entry.Starts);

    static SearchHit Hit(Announcement announcement) => new(announcement.Title, "/pengumuman", announcement.Text, announcement.From);

    static SearchHit Hit(PortalArticle article) =>
        new(article.Title, article.Path, article.Summary, article.PublishAt) { Body = new Html(article.Body), VillageSlug = article.VillageSlug };
}
