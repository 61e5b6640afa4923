namespace SmartKampung.News;

static class SavedPage
{
    /// <summary>Saves and shows the page; who was too late by a moment is shown the other one.</summary>
    public static async Task<Page> SavedPageAsync(this IDocumentSession session, Page saved, Func<Task<Page>> late, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return saved;
        }
        catch (ConcurrencyException)
        {
            return await late();
        }
    }
}
