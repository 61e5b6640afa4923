namespace SmartKampung.Residents.People;

/// <summary>What was proposed: what waits for everybody who sees the person, what was decided for who proposed it.</summary>
static class ListProposals
{
    public const string Path = "/kelola/residents/usulan";

    const int MostDecided = 50;

    public static async Task<Page> Show(IDocumentSession session, IPerson person, CancellationToken stop)
    {
        var waiting = await session.Query<Proposal>().Where(proposal => proposal.State == ProposalState.Waiting).ToListAsync(stop);
        var me = person.Id;
        var own = (await session.Query<Proposal>().Where(proposal => proposal.Person == me).ToListAsync(stop)).Where(proposal => proposal.State != ProposalState.Waiting)
            .OrderByDescending(proposal => proposal.DecidedAt).Take(MostDecided).ToList();
        Guid[] ids = [.. waiting.Concat(own).Select(proposal => proposal.Resident).Distinct()];
        var residents = (await session.Query<Resident>().Where(resident => ids.Contains(resident.Id)).ToListAsync(stop)).ToDictionary(resident => resident.Id);
        return Page.View("proposals", new
        {
            waiting = Rows(waiting.OrderBy(proposal => proposal.At), residents),
            decided = Rows(own, residents),
        });
    }

    static IReadOnlyList<ProposalRow> Rows(IEnumerable<Proposal> proposals, Dictionary<Guid, Resident> residents) =>
        [.. proposals.Select(proposal => ProposalRow.Of(proposal, residents.GetValueOrDefault(proposal.Resident)))];
}

/// <summary>A proposal in a list.</summary>
/// <param name="Proposal">What is proposed.</param>
/// <param name="Name">Of the person, masked.</param>
/// <param name="State">The key of its text.</param>
sealed record ProposalRow(Proposal Proposal, string Name, string State)
{
    public static ProposalRow Of(Proposal proposal, Resident? resident) =>
        new(proposal, resident is null ? "" : Masks.Name(resident.Name), "proposal." + proposal.State.ToString().ToLowerInvariant());
}
