namespace SmartKampung.News.Articles;

static class ArticleRemoval
{
    /// <summary>Deletes an article with its revisions and what people keep of it, with the session's next save.</summary>
    public static async Task DeleteWholeAsync(this IDocumentSession session, Article article, CancellationToken stop)
    {
        var id = article.Id;
        foreach (var revision in await session.Query<Revision>().Where(revision => revision.Article == id).ToListAsync(stop)) session.Delete(revision);
        foreach (var copy in await session.Query<WorkingCopy>().Where(copy => copy.Article == id).ToListAsync(stop)) session.Delete(copy);
        session.Delete(article);
    }
}
