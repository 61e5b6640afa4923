namespace SmartKampung.Residents.People;

/// <summary>Somebody in a list, masked.</summary>
/// <param name="Id">The resident.</param>
/// <param name="Name">The name, masked.</param>
/// <param name="Nik">The NIK, masked; empty where there is none.</param>
/// <param name="CardNumber">The family card's number, masked.</param>
/// <param name="Place">Where they live.</param>
/// <param name="BirthYear">The year of birth.</param>
/// <param name="State">How they stand in the register.</param>
/// <param name="Relation">To the head of the family.</param>
sealed record PersonRow(Guid Id, string Name, string Nik, string CardNumber, Territory? Place, int? BirthYear, string State, string Relation)
{
    public static PersonRow Of(Resident resident, Family? family) => new(
        resident.Id, Masks.Name(resident.Name), Masks.Number(resident.Nik), Masks.Number(family?.CardNumber), resident.Place, resident.BirthDate?.Year,
        StateKey(resident.State), resident.Relation);

    public static string StateKey(ResidentState state) => "state." + state.ToString().ToLowerInvariant();

    /// <summary>The rows of a page; one query for the families of all.</summary>
    public static async Task<IReadOnlyList<PersonRow>> OfAsync(IReadOnlyList<Resident> residents, IDocumentSession session, CancellationToken stop)
    {
        Guid[] ids = [.. residents.Select(resident => resident.Family).OfType<Guid>().Distinct()];
        var families = (await session.Query<Family>().Where(family => ids.Contains(family.Id)).ToListAsync(stop)).ToDictionary(family => family.Id);
        return [.. residents.Select(resident => Of(resident, resident.Family is { } id ? families.GetValueOrDefault(id) : null))];
    }
}
