namespace SmartKampung.Residents.People;

/// <summary>The register as other modules see it, in the session and with the rights of who calls them.</summary>
sealed class ResidentsOfVillage(IDocumentSession session, OwnRecord own, PeopleFinder people, Readings readings, IRights rights, ITexts texts) : IResidents
{
    const int MostFound = 100;

    public async Task<ResidentData?> FindSelfAsync(CancellationToken stop) =>
        await own.FindAsync(stop) is { } resident ? SharedData.Of(resident, await FamilyAsync(resident, stop)) : null;

    public async Task<IReadOnlyList<ResidentData>> ListOwnFamilyAsync(CancellationToken stop)
    {
        if (await own.FindAsync(stop) is not { } resident) return [];
        var family = await FamilyAsync(resident, stop);
        return [.. (await people.FamilyOfAsync(resident, stop)).Select(member => SharedData.Of(member, family))];
    }

    public async Task<ResidentData?> OpenAsync(Guid id, string purpose, CancellationToken stop)
    {
        Demand();
        if (await people.FindAsync(id, stop) is not { } resident) return null;
        readings.Note(resident.Id, purpose);
        return SharedData.Of(resident, await FamilyAsync(resident, stop));
    }

    public async Task<IReadOnlyList<FoundResident>> SearchAsync(string words, int count, CancellationToken stop)
    {
        Demand();
        var found = await session.Query<Resident>().Where(resident => resident.State != ResidentState.Moved && resident.State != ResidentState.Died).FindAsync(words, session, stop);
        return [.. (await found.Take(Math.Clamp(count, 0, MostFound)).ToListAsync(stop)).Select(Masked)];
    }

    public async Task<IReadOnlyList<ResidentData>> OpenFamilyAsync(Guid id, string purpose, CancellationToken stop)
    {
        Demand();
        if (await people.FindAsync(id, stop) is not { } resident) return [];
        var (family, members) = (await FamilyAsync(resident, stop), await people.FamilyOfAsync(resident, stop));
        foreach (var member in members) readings.Note(member.Id, purpose);
        return [.. members.Select(member => SharedData.Of(member, family))];
    }

    void Demand()
    {
        if (!rights.Has(Permissions.Read)) throw new UnauthorizedAccessException("Who asks may not read the register of residents.");
    }

    async Task<Family?> FamilyAsync(Resident resident, CancellationToken stop) => resident.Family is { } id ? await session.LoadAsync<Family>(id, stop) : null;

    FoundResident Masked(Resident resident) =>
        new(resident.Id, Masks.Name(resident.Name), Masks.Number(resident.Nik), PlaceText.Of(resident.Place, texts), resident.BirthDate?.Year);
}
