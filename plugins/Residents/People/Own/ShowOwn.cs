namespace SmartKampung.Residents.People;

/// <summary>A resident's own data: what the register says of them and their family, and who read it, when and what for.</summary>
static class ShowOwn
{
    const int MostReadings = 200;

    /// <summary>The way there, for whom the register knows; nothing for everybody else.</summary>
    public static Task<object> OnHome(IPerson person) => Task.FromResult<object>(new { isKnown = person.RegisteredAs is not null });

    public static async Task<Page> Show(OwnRecord own, PeopleFinder people, Readings readings, IDocumentSession session, CancellationToken stop)
    {
        if (await own.FindAsync(stop) is not { } resident) return Page.View("own", new { resident = (Resident?)null });
        return Page.View("own", new
        {
            resident,
            state = PersonRow.StateKey(resident.State),
            family = resident.Family is { } family ? await session.LoadAsync<Family>(family, stop) : null,
            members = (await people.FamilyOfAsync(resident, stop)).Skip(1).ToList(),
            readings = await readings.OfAsync(await people.IdsOfAsync(resident.Id, stop), MostReadings, stop),
        });
    }
}
