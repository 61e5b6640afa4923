namespace SmartKampung.News.Articles;

/// <summary>Leads from where an article stood on the village's earlier site.</summary>
sealed class MovedArticles(IDocumentSession session, TimeProvider clock) : IMovedAddresses
{
    public async Task<string?> FindAsync(string address, CancellationToken stop) => OldAddress.Of(address) is { } old
        ? (await session.PublicArticlesAt(clock.GetUtcNow()).Where(article => article.OldAddresses.Contains(old)).FirstOrDefaultAsync(stop))?.Path
        : null;
}
