namespace SmartKampung.News.Articles;

static class DeleteArticle
{
    public static async Task<IResult> Delete(Guid id, HttpContext context, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Article>(id, stop) is not { } article) return Problem.NotFound();
        if (!Api.IsCurrent(context, article)) return Api.Stale(texts);
        await session.DeleteWholeAsync(article, stop);
        return await session.SavedAsync(Results.NoContent(), texts, stop);
    }
}
