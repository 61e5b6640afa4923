namespace SmartKampung.Residents.People;

/// <summary>Somebody who knows the person proposes what to change; who keeps the register decides.</summary>
static class ProposeChange
{
    public static async Task<Page> Show(Guid id, PeopleFinder people, Readings readings, PersonPage page, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (!await readings.IsOpenAsync(resident.Id, stop)) return Page.SeeOther(ShowPerson.PathOf(resident.Id));
        return await ViewAsync(resident, Form.Of(ProposalForm.Begin(resident)), page, stop);
    }

    public static async Task<Page> Send(
        Guid id, Form<ProposalForm> form, IDocumentSession session, PersonCheck check, PersonPage page, IPerson person, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (await session.LoadAsync<Resident>(id, stop) is not { } resident) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(resident, form, page, stop);
        var wanted = form.Value.Into(resident);
        foreach (var wrong in (await check.RunAsync(resident, wanted, stop)).Wrong) form.AddError(wrong.Field, wrong.Message);
        var differences = ResidentFields.Differences(resident, wanted);
        if (form.IsValid && differences.Count == 0) form.AddError("", texts["proposal.no_change"]);
        if (!form.IsValid) return await ViewAsync(resident, form, page, stop);
        session.Store(new Proposal
        {
            Resident = id,
            Place = resident.Place,
            Fields = differences,
            Note = form.Value.Note.Trim(),
            At = clock.GetUtcNow(),
            Person = person.Id,
            By = person.Name,
        });
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(ShowPerson.PathOf(id), message: "proposal.sent");
    }

    static Task<Page> ViewAsync(Resident resident, Form form, PersonPage page, CancellationToken stop) =>
        page.ViewAsync("propose", ShowPerson.PathOf(resident.Id) + "/usul", ShowPerson.PathOf(resident.Id), form, resident, stop);
}

/// <summary>A record as somebody proposes it.</summary>
sealed record ProposalForm : PersonForm
{
    [Required, StringLength(500)]
    public string Note { get; init; } = "";

    public static ProposalForm Begin(Resident resident) => (ProposalForm)new ProposalForm().Showing(resident);
}
