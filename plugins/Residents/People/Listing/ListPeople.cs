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
        var page = PageNumber.Of(halaman);
        var (residents, count) = wanted.Words.Length > 0
            ? await found.Skip((page - 1) * PerPage).Take(PerPage).ToPageAsync(stop)
            : await AllAsync(found, await wanted.CountAsync(session, stop), page, stop);
        var last = PageNumber.Last(count, PerPage);
        if (page > last) return Page.NotFound();
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

    /// <summary>Where no words are looked for; of very many, those entered last come first.</summary>
    static async Task<DocumentPage<Resident>> AllAsync(IDocumentQuery<Resident> found, int count, int page, CancellationToken stop)
    {
        var ordered = count <= MostByName ? found.OrderBy(resident => resident.Name) : found.OrderByDescending(resident => resident.Id);
        return new(await ordered.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop), count);
    }

    static IReadOnlyList<string> Parts(IEnumerable<Unit> units, Func<Territory, string?> part) =>
        [.. units.Select(unit => part(unit.Place)).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase)];
}
