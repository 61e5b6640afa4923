namespace SmartKampung.News.Articles;

/// <summary>One article with what is related to it.</summary>
static class ReadArticle
{
    public static async Task<Page> Show(
        string slug, IDocumentSession session, NewsSettings settings, IAddresses addresses, Village village, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await session.PublicArticlesAt(now).Where(a => a.Slug == slug).FirstOrDefaultAsync(stop) is not { } article)
            return await MovedAsync(slug, session, now, stop);

        return Page.View("news-article", new
        {
            article,
            body = new Html(article.Body),
            tags = article.Tags.Select(tag => new TagLink(tag, $"/berita/topik/{Slug.Of(tag)}")).ToList(),
            categoryPath = $"/berita/kategori/{article.CategorySlug}",
            related = await session.RelatedToAsync(article, settings.RelatedArticles, now, stop),
            links = settings.ShareLinks ? ShareLinks.To(article, addresses) : null,
            data = NewsArticleData.Of(article, village, addresses),
        });
    }

    static async Task<Page> MovedAsync(string slug, IDocumentSession session, DateTimeOffset now, CancellationToken stop) =>
        await session.PublicArticlesAt(now).Where(a => a.EarlierSlugs.Contains(slug)).FirstOrDefaultAsync(stop) is { } article
            ? Page.MovedPermanently(article.Path)
            : Page.NotFound();
}

sealed record TagLink(string Name, string Path);

sealed record ShareLinks(string Address, string WhatsApp)
{
    public static ShareLinks To(Article article, IAddresses addresses)
    {
        var address = addresses.Absolute(article.Path).AbsoluteUri;
        return new(address, "https://wa.me/?text=" + Uri.EscapeDataString($"{article.Title} {address}"));
    }
}
