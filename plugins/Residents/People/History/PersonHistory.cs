namespace SmartKampung.Residents.People;

/// <summary>What was changed in a record, also in those that went into it.</summary>
sealed class PersonHistory(IDocumentSession session)
{
    /// <summary>The last first.</summary>
    public async Task<IReadOnlyList<Change>> OfAsync(IReadOnlyList<Guid> ids, CancellationToken stop) =>
        [.. (await session.Query<Change>().Where(change => ids.Contains(change.Resident)).ToListAsync(stop)).OrderByDescending(change => change.At)];

    /// <summary>The records that went into this one, as they were.</summary>
    public async Task<IReadOnlyList<MergedResident>> MergedAsync(IReadOnlyList<Guid> ids, CancellationToken stop) =>
        ids.Count == 1 ? [] : await session.Query<MergedResident>().Where(merged => ids.Contains(merged.Id)).ToListAsync(stop);
}
