namespace SmartKampung.Residents.People;

/// <summary>The people of the register, or of the reader's part of the village, masked.</summary>
static class ListPeople
{
    const int PerPage = 25;

    /// <summary>So many are ordered by name; names are sealed, so that more of them would be opened for each page.</summary>
    const int MostByName = 2000;

    public static async Task<Page> Show(
        string? cari, string? dusun, string? rw, string? rt, string? keadaan, string? halaman, IDocumentSession session, CancellationToken stop)
    {
        var wanted = WantedPeople.Of(cari, dusun, rw, rt, keadaan);
        var found = await wanted.InAsync(session, stop);
        var (count, page) = (await wanted.CountAsync(session, stop), PageNumber.Of(halaman));
        var last = PageNumber.Last(count, PerPage);
        if (page > last) return Page.NotFound();
        var residents = await Ordered(found, wanted, count).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        var units = await session.Query<Unit>().ToListAsync(stop);
        return Page.View("people-list", new
        {
            rows = await PersonRow.OfAsync(residents, session, stop),
            wanted,
            states = WantedPeople.States,
            hamlets = Parts(units, place => place.Hamlet),
            rws = Parts(units, place => place.RwNumber),
            rts = Parts(units, place => place.RtNumber),
            count,
            pageNumber = page,
            last,
            waiting = await session.Query<Proposal>().Where(proposal => proposal.State == ProposalState.Waiting).CountAsync(stop),
        });
    }

    /// <summary>What a search found comes as it fits best; of very many, those entered last come first.</summary>
    static IDocumentQuery<Resident> Ordered(IDocumentQuery<Resident> found, WantedPeople wanted, int count)
    {
        if (wanted.Words.Length > 0) return found;
        return count <= MostByName ? found.OrderBy(resident => resident.Name) : found.OrderByDescending(resident => resident.Id);
    }

    static IReadOnlyList<string> Parts(IEnumerable<Unit> units, Func<Territory, string?> part) =>
        [.. units.Select(unit => part(unit.Place)).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase)];
}
