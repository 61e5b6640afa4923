namespace SmartKampung.Residents.People;

/// <summary>Finds records by their ids, also by those that went into another one.</summary>
sealed class PeopleFinder(IDocumentSession session)
{
    const int MostMerges = 8;

    /// <returns>The record, or null where there is none, or none in the reader's part of the village.</returns>
    public async Task<Resident?> FindAsync(Guid id, CancellationToken stop)
    {
        for (var merges = 0; merges < MostMerges; merges++)
        {
            if (await session.LoadAsync<Resident>(id, stop) is { } resident) return resident;
            if (await session.LoadAsync<MergedResident>(id, stop) is not { } merged) return null;
            id = merged.Into;
        }

        return null;
    }

    /// <summary>The record's own id and those of records that went into it.</summary>
    public async Task<IReadOnlyList<Guid>> IdsOfAsync(Guid id, CancellationToken stop)
    {
        List<Guid> ids = [id];
        for (var next = 0; next < ids.Count; next++)
        {
            var into = ids[next];
            ids.AddRange((await session.Query<MergedResident>().Where(merged => merged.Into == into).ToListAsync(stop)).Select(merged => merged.Id));
        }

        return ids;
    }

    /// <summary>Those who stand on the same card, the person first, then as on the card.</summary>
    public async Task<IReadOnlyList<Resident>> FamilyOfAsync(Resident resident, CancellationToken stop) => resident.Family is { } family
        ? [resident, .. (await MembersAsync(family, stop)).Where(member => member.Id != resident.Id && member.IsHere)]
        : [resident];

    public async Task<IReadOnlyList<Resident>> MembersAsync(Guid family, CancellationToken stop) =>
        [.. (await session.Query<Resident>().Where(resident => resident.Family == family).ToListAsync(stop)).OrderBy(member => Relations.RankOf(member.Relation)).ThenBy(member => member.BirthDate)];
}
