namespace SmartKampung.News.Articles;

/// <summary>One article with what is related to it.</summary>
static class ReadArticle
{
    public static async Task<Page> Show(string slug, IDocumentSession session, ArticlePage page, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await session.PublicArticlesAt(now).Where(a => a.Slug == slug).FirstOrDefaultAsync(stop) is { } article
            ? await page.ViewAsync(article, isPreview: false, stop)
            : await MovedAsync(slug, session, now, stop);
    }

    /// <summary>For staff, before the public sees it; never kept.</summary>
    public static async Task<Page> Preview(Guid id, IDocumentSession session, ArticlePage page, CancellationToken stop) =>
        await session.LoadAsync<Article>(id, stop) is { } article ? await page.ViewAsync(article, isPreview: true, stop) : Page.NotFound();

    static async Task<Page> MovedAsync(string slug, IDocumentSession session, DateTimeOffset now, CancellationToken stop) =>
        await session.PublicArticlesAt(now).Where(a => a.EarlierSlugs.Contains(slug)).FirstOrDefaultAsync(stop) is { } article
            ? Page.MovedPermanently(article.Path)
            : Page.NotFound();
}

sealed record TagLink(string Name, string Path);

sealed record ShareLinks(string Address, string WhatsApp)
{
    /// <summary>Messengers and networks show no drawings in SVG.</summary>
    public static StoredPicture? Picture(Article article) =>
        article.Picture?.File.EndsWith(".svg", StringComparison.Ordinal) == true ? null : article.Picture;

    public static ShareLinks To(Article article, IAddresses addresses)
    {
        var address = addresses.Absolute(article.Path).AbsoluteUri;
        return new(address, "https://wa.me/?text=" + Uri.EscapeDataString($"{article.Title} {address}"));
    }
}
