namespace SmartKampung.Residents.People;

/// <summary>Writes down who opened whose record. Staff see a record for an hour after they said what for.</summary>
sealed class Readings(IDocumentSession session, IPerson person, TimeProvider clock)
{
    static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Stores the reading; the caller saves.</summary>
    public void Note(Guid resident, string purpose) => session.Store(new Reading
    {
        Resident = resident,
        At = clock.GetUtcNow(),
        Reader = person.Id,
        ReaderName = person.Name,
        Role = person.Role,
        Purpose = purpose,
    });

    /// <summary>Whether the present reader opened the record and it still is open.</summary>
    public async Task<bool> IsOpenAsync(Guid resident, CancellationToken stop)
    {
        var (reader, since) = (person.Id, clock.GetUtcNow() - Lasts);
        return await session.Query<Reading>().Where(reading => reading.Resident == resident && reading.Reader == reader && reading.At > since).AnyAsync(stop);
    }

    /// <summary>Whether all of these are open to the present reader.</summary>
    public async Task<bool> AreOpenAsync(IReadOnlyList<Guid> residents, CancellationToken stop)
    {
        var (reader, since) = (person.Id, clock.GetUtcNow() - Lasts);
        var open = await session.Query<Reading>().Where(reading => residents.Contains(reading.Resident) && reading.Reader == reader && reading.At > since).ToListAsync(stop);
        return residents.All(id => open.Any(reading => reading.Resident == id));
    }

    /// <summary>Who read these records, the last first.</summary>
    public async Task<IReadOnlyList<Reading>> OfAsync(IReadOnlyList<Guid> ids, int count, CancellationToken stop) =>
        [.. (await session.Query<Reading>().Where(reading => ids.Contains(reading.Resident)).ToListAsync(stop)).OrderByDescending(reading => reading.At).Take(count)];
}
