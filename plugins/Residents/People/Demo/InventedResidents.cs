namespace SmartKampung.Residents.People;

/// <summary>Those alone whose ids the demo content gave: the register stays closed to whoever asks without a right.</summary>
sealed class InventedResidents(IDocumentSession session) : IDemoResidents
{
    public async Task<IReadOnlyList<ResidentData>> ListAsync(CancellationToken stop)
    {
        Guid[] invented = [.. DemoHouseholds.Ids];
        var people = await session.Query<Resident>().Where(resident => invented.Contains(resident.Id)).ToListAsync(stop);
        Guid[] cards = [.. people.Select(person => person.Family).OfType<Guid>().Distinct()];
        var families = (await session.Query<Family>().Where(family => cards.Contains(family.Id)).ToListAsync(stop)).ToDictionary(family => family.Id);
        return [.. people.OrderBy(person => person.Id).Select(person => SharedData.Of(person, person.Family is { } id ? families.GetValueOrDefault(id) : null))];
    }
}
