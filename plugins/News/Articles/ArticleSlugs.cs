namespace SmartKampung.News.Articles;

/// <summary>Saves articles under addresses of their own. An address that an article once had stays its own.</summary>
static class ArticleSlugs
{
    public static Task<Article> SaveAsync(this IDocumentSession session, Article article, string wish, CancellationToken stop) =>
        session.SaveUnderFreeSlugAsync(
            () => article.Slug == wish ? Task.FromResult(wish) : FreeAsync(session, article.Id, wish, stop),
            slug => Named(article, slug),
            stop);

    static Article Named(Article article, string slug) => article.Slug.Length == 0 || article.Slug == slug
        ? article with { Slug = slug }
        : article with { Slug = slug, EarlierSlugs = [.. article.EarlierSlugs.Append(article.Slug).Where(earlier => earlier != slug).Distinct()] };

    static async Task<string> FreeAsync(IDocumentSession session, Guid id, string wish, CancellationToken stop)
    {
        var similar = await session.Query<Article>().Where(a => a.Slug.StartsWith(wish, StringComparison.Ordinal)).ToListAsync(stop);
        var earlier = await session.Query<Article>().Where(a => a.EarlierSlugs.Any(slug => slug.StartsWith(wish, StringComparison.Ordinal))).ToListAsync(stop);
        return Slug.Free(wish, similar.Concat(earlier).Where(a => a.Id != id).SelectMany(a => a.EarlierSlugs.Append(a.Slug)).ToHashSet());
    }
}
