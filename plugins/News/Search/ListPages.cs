using SmartKampung.News.Agenda;
using SmartKampung.News.Articles;

namespace SmartKampung.News.Search;

/// <summary>The module's pages for search engines.</summary>
static class ListPages
{
    public static async Task<IReadOnlyList<SitemapEntry>> List(IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var articles = await session.PublicArticlesAt(now).NewestFirst().ToListAsync(stop);
        var entries = await session.UpcomingAgendaAt(now).ToListAsync(stop);
        return
        [
            new("/berita", articles is [var newest, ..] ? newest.PublishAt : null),
            new("/pengumuman"),
            new("/agenda"),
            .. articles.Select(article => new SitemapEntry(article.Path, article.ChangedAt)),
            .. entries.Select(entry => new SitemapEntry(entry.Path, entry.ChangedAt)),
        ];
    }
}
