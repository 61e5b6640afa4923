namespace SmartKampung.Residents.People;

/// <summary>Who keeps the register compares old and new, and approves or refuses; who proposed may take it back.</summary>
static class DecideProposal
{
    public static async Task<Page> Show(
        Guid id, PeopleFinder people, Readings readings, IDocumentSession session, IRights rights, IPerson person, ShownFields shown, CancellationToken stop)
    {
        if (await session.LoadAsync<Proposal>(id, stop) is not { } proposal || await people.FindAsync(proposal.Resident, stop) is not { } resident) return Page.NotFound();
        if (!await readings.IsOpenAsync(resident.Id, stop)) return Page.SeeOther(ShowPerson.PathOf(resident.Id));
        return View(proposal, resident, rights, person, shown, Form.Of(new DecisionForm { Version = proposal.Version }));
    }

    public static async Task<Page> Approve(
        Guid id, Form<DecisionForm> form, PeopleFinder people, PersonDesk desk, IDocumentSession session, IRights rights, IPerson person, ShownFields shown, TimeProvider clock, CancellationToken stop)
    {
        if (await WaitingAsync(id, form, session, stop) is not { } proposal || await people.FindAsync(proposal.Resident, stop) is not { } before) return Page.SeeOther(ListProposals.Path, message: "proposal.gone");
        session.Store(Decided(proposal, ProposalState.Approved, "", person, clock));
        var saved = (await desk.SaveAsync(before, ResidentFields.Put(before, proposal.Fields), form.Value.Accepted, ChangeKind.Proposed, stop)).In(form);
        if (saved.Saving == Saving.Stale) return Page.SeeOther(ListProposals.Path, message: "proposal.gone");
        return saved.IsDone
            ? Page.SeeOther(ListProposals.Path, message: "proposal.approved_now")
            : View(proposal, before, rights, person, shown, form, saved.ToConfirm);
    }

    public static async Task<Page> Refuse(
        Guid id, Form<DecisionForm> form, PeopleFinder people, IDocumentSession session, IRights rights, IPerson person, ShownFields shown, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (await WaitingAsync(id, form, session, stop) is not { } proposal || await people.FindAsync(proposal.Resident, stop) is not { } resident) return Page.SeeOther(ListProposals.Path, message: "proposal.gone");
        var reason = form.Value.Reason.Trim();
        if (reason.Length == 0) form.AddError("reason", texts["proposal.reason_missing"]);
        if (!form.IsValid) return View(proposal, resident, rights, person, shown, form);
        return await SavedAsync(Decided(proposal, ProposalState.Refused, reason, person, clock), "proposal.refused_now", session, stop);
    }

    public static async Task<Page> Withdraw(Guid id, Form<Nothing> form, IDocumentSession session, IPerson person, TimeProvider clock, CancellationToken stop)
    {
        if (await session.LoadAsync<Proposal>(id, stop) is not { } proposal || person.Id is null || proposal.Person != person.Id) return Page.NotFound();
        if (!form.IsValid || proposal.State != ProposalState.Waiting) return Page.SeeOther(ListProposals.Path, message: "proposal.gone");
        return await SavedAsync(Decided(proposal, ProposalState.Withdrawn, "", person, clock), "proposal.withdrawn_now", session, stop);
    }

    /// <summary>The proposal as it was looked at, still waiting.</summary>
    static async Task<Proposal?> WaitingAsync(Guid id, Form<DecisionForm> form, IDocumentSession session, CancellationToken stop) =>
        form.IsValid && await session.LoadAsync<Proposal>(id, stop) is { State: ProposalState.Waiting } proposal && proposal.Version == form.Value.Version ? proposal : null;

    static Proposal Decided(Proposal proposal, ProposalState state, string reason, IPerson person, TimeProvider clock) =>
        proposal with { State = state, Reason = reason, DecidedAt = clock.GetUtcNow(), DecidedBy = person.Name };

    static async Task<Page> SavedAsync(Proposal decided, string message, IDocumentSession session, CancellationToken stop)
    {
        session.Store(decided);
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther(ListProposals.Path, message: message);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(ListProposals.Path, message: "proposal.gone");
        }
    }

    static Page View(Proposal proposal, Resident resident, IRights rights, IPerson person, ShownFields shown, Form form, CheckedPerson? toConfirm = null) => Page.View("proposal", new
    {
        proposal,
        resident,
        state = "proposal." + proposal.State.ToString().ToLowerInvariant(),
        isWaiting = proposal.State == ProposalState.Waiting,
        fields = shown.Of(proposal.Fields, resident),
        mayWrite = rights.Has(Permissions.Write),
        isOwn = person.Id is { } me && me == proposal.Person,
        odd = toConfirm?.Odd ?? [],
        confirmation = toConfirm?.Confirmation ?? "",
    }, form);
}

/// <summary>What is decided.</summary>
sealed record DecisionForm
{
    [StringLength(500)]
    public string Reason { get; init; } = "";

    public string Accepted { get; init; } = "";

    /// <summary>The version that was looked at.</summary>
    public int Version { get; init; }
}
