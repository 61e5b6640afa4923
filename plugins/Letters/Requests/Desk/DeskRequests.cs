namespace SmartKampung.Letters.Requests.Desk;

/// <summary>The requests of the village for staff, within their territory.</summary>
sealed class DeskRequests(IDocumentSession session, DeskRights rights)
{
    /// <summary>One of them, or null where they have no part in it.</summary>
    public async Task<LetterRequest?> FindAsync(Guid id, CancellationToken stop) =>
        await session.LoadAsync<LetterRequest>(id, stop) is { } request && rights.MaySee(request) ? request : null;

    /// <summary>Saves a change; null where somebody else was faster, so that whoever decides sees first what is new.</summary>
    public async Task<LetterRequest?> SaveAsync(LetterRequest changed, CancellationToken stop)
    {
        try
        {
            session.Store(changed);
            await session.SaveChangesAsync(stop);
            return changed;
        }
        catch (ConcurrencyException)
        {
            return null;
        }
    }
}
