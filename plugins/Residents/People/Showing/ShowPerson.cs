namespace SmartKampung.Residents.People;

/// <summary>Somebody's record: masked until the reader said what for, then whole.</summary>
static class ShowPerson
{
    const int MostReadings = 20;

    public static string PathOf(Guid id) => $"/kelola/residents/orang/{id}";

    public static async Task<Page> Show(
        Guid id, PeopleFinder people, Readings readings, PersonHistory history, ISlips slips, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (resident.Id != id) return Page.SeeOther(PathOf(resident.Id));
        if (!await readings.IsOpenAsync(id, stop)) return await ClosedAsync(resident, Form.Of(new OpeningForm(texts["reading.purpose.usual"])), session, stop);
        var ids = await people.IdsOfAsync(id, stop);
        return Page.View("person", new
        {
            resident,
            state = PersonRow.StateKey(resident.State),
            family = resident.Family is { } family ? await session.LoadAsync<Family>(family, stop) : null,
            members = await people.FamilyOfAsync(resident, stop),
            hasAccount = (await slips.FindRegisteredAsync(ids, stop)).Count > 0,
            readings = await readings.OfAsync(ids, MostReadings, stop),
            changes = await history.OfAsync(ids, stop),
            merged = await history.MergedAsync(ids, stop),
            proposals = await session.Query<Proposal>().Where(proposal => proposal.Resident == id && proposal.State == ProposalState.Waiting).ToListAsync(stop),
        });
    }

    /// <summary>What is seen before the record is opened.</summary>
    public static async Task<Page> ClosedAsync(Resident resident, Form<OpeningForm> form, IDocumentSession session, CancellationToken stop) =>
        Page.View("person-closed", new { row = (await PersonRow.OfAsync([resident], session, stop))[0] }, form);
}
