using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests;

/// <summary>The requests of the person who makes the present one: what they filled in, and what staff filed for them.</summary>
sealed class OwnRequests(IDocumentSession session, IPerson person, IResidents residents, TimeProvider clock)
{
    /// <summary>One of them, or null: somebody else's is as if it were not there.</summary>
    public async Task<LetterRequest?> FindAsync(Guid id, CancellationToken stop)
    {
        if (person.Id is not { } account || await session.LoadAsync<LetterRequest>(id, stop) is not { } request) return null;
        if (request.Channel == Channel.Self) return request.Account == account ? request : null;
        return await residents.FindSelfAsync(stop) is { } self && request.AskedBy == self.Id ? request : null;
    }

    /// <summary>One that may be changed.</summary>
    public async Task<LetterRequest?> FindOpenAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) is { IsOpen: true, Channel: Channel.Self } request ? request : null;

    public async Task<IReadOnlyList<LetterRequest>> ListAsync(int most, CancellationToken stop)
    {
        var account = person.Id;
        if (account is null) return [];
        var filled = await session.Query<LetterRequest>().Where(request => request.Account == account).ToListAsync(stop);
        var self = (await residents.FindSelfAsync(stop))?.Id;
        var filed = self is { } id ? await session.Query<LetterRequest>().Where(request => request.AskedBy == id).ToListAsync(stop) : [];
        return [.. filled.Where(request => request.Channel == Channel.Self).Concat(filed.Where(request => request.Channel == Channel.Counter)).OrderByDescending(request => request.ChangedAt).Take(most)];
    }

    /// <summary>Saves a change of one's own request; who was faster, such as staff or another tab, is heard first.</summary>
    /// <returns>What was saved, or null where it can't be changed any more.</returns>
    public async Task<LetterRequest?> ChangeAsync(LetterRequest request, Func<LetterRequest, LetterRequest> change, CancellationToken stop)
    {
        for (var tries = 3; ; tries--)
        {
            try
            {
                var changed = change(request) with { ChangedAt = clock.GetUtcNow() };
                session.Store(changed);
                await session.SaveChangesAsync(stop);
                return changed;
            }
            catch (ConcurrencyException) when (tries > 0)
            {
                if (await FindOpenAsync(request.Id, stop) is not { } present) return null;
                request = present;
            }
        }
    }
}
