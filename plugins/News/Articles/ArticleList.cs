namespace SmartKampung.News.Articles;

/// <summary>Shows a page of a list of articles. Three queries: the page, how many there are, and where the archive begins.</summary>
sealed class ArticleList(IDocumentSession session, NewsSettings settings, Village village, TimeProvider clock)
{
    public async Task<Page> ShowAsync(
        ListHeading heading, Func<IDocumentQuery<Article>, IDocumentQuery<Article>> choose, string? halaman, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var page = PageNumber.Of(halaman);
        var chosen = choose(session.PublicArticlesAt(now));
        var count = await chosen.CountAsync(stop);
        var last = PageNumber.Last(count, settings.ArticlesPerPage);
        if (page > last) return Page.NotFound();
        var articles = await chosen.Skip((page - 1) * settings.ArticlesPerPage).Take(settings.ArticlesPerPage).ToListAsync(stop);
        var months = settings.ShowArchive ? await MonthsAsync(now, stop) : [];
        return Page.View("news-list", new NewsList(heading.NamedBy(articles), articles, count, page, last, Categories(heading), months));
    }

    List<CategoryLink> Categories(ListHeading heading) =>
        [.. settings.Categories.Select(name => new CategoryLink(name, $"/berita/kategori/{Slug.Of(name)}")).Select(c => c with { Current = c.Path == heading.Path })];

    async Task<IReadOnlyList<YearOfNews>> MonthsAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (await session.PublicArticlesAt(now).OrderBy(a => a.VisibleFrom).FirstOrDefaultAsync(stop) is not { } oldest) return [];
        var first = Month.Of(oldest.PublishAt, village.TimeZone);
        return [.. Back(Month.Of(now, village.TimeZone), first).GroupBy(month => month.Year).Select(year => YearOfNews.Of([.. year], village.TimeZone))];
    }

    static IEnumerable<Month> Back(Month from, Month to)
    {
        for (var month = from; string.CompareOrdinal(month.ToString(), to.ToString()) >= 0; month = month.Previous) yield return month;
    }
}
