using SmartKampung.News.Comments;

namespace SmartKampung.News.Articles;

static class ArticleRemoval
{
    /// <summary>Deletes an article with its revisions, its comments and what people keep of it, with the session's next save.</summary>
    public static async Task DeleteWholeAsync(this IDocumentSession session, Article article, CancellationToken stop)
    {
        var id = article.Id;
        foreach (var revision in await session.Query<Revision>().Where(revision => revision.Article == id).ToListAsync(stop)) session.Delete(revision);
        foreach (var copy in await session.Query<WorkingCopy>().Where(copy => copy.Article == id).ToListAsync(stop)) session.Delete(copy);
        foreach (var comment in await session.Query<Comment>().Where(comment => comment.Article == id).ToListAsync(stop)) session.Delete(comment);
        session.Delete(article);
    }
}
