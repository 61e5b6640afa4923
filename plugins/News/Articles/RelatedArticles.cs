namespace SmartKampung.News.Articles;

/// <summary>What else a reader of an article may want: most shared tags first, then the same category, then the newest.</summary>
static class RelatedArticles
{
    const int Candidates = 40;

    public static async Task<IReadOnlyList<Article>> RelatedToAsync(
        this IDocumentSession session, Article article, int count, DateTimeOffset now, CancellationToken stop)
    {
        if (count == 0) return [];
        var (category, tags) = (article.CategorySlug, article.TagSlugs);
        var candidates = await session.PublicArticlesAt(now)
            .Where(a => a.CategorySlug == category || a.TagSlugs.Any(tag => tags.Contains(tag)))
            .NewestFirst().Take(Candidates).ToListAsync(stop);
        return [.. candidates.Where(other => other.Id != article.Id).OrderByDescending(other => Nearness(other, article)).Take(count)];
    }

    static int Nearness(Article other, Article article) =>
        (2 * other.TagSlugs.Intersect(article.TagSlugs).Count()) + (other.CategorySlug == article.CategorySlug ? 1 : 0);
}
