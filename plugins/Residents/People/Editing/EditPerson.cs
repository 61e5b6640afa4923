namespace SmartKampung.Residents.People;

/// <summary>Changes a record. It has to be open, so that who changes it is written down as a reader too.</summary>
static class EditPerson
{
    public static async Task<Page> Show(Guid id, PeopleFinder people, Readings readings, PersonPage page, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (!await readings.IsOpenAsync(resident.Id, stop)) return Page.SeeOther(ShowPerson.PathOf(resident.Id));
        return await ViewAsync(resident, Form.Of(PersonForm.Of(resident)), page, stop);
    }

    public static async Task<Page> Save(
        Guid id, Form<PersonForm> form, IDocumentSession session, PersonDesk desk, PersonPage page, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Resident>(id, stop) is not { } before) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(before, form, page, stop);
        var typed = form.Value;
        if (typed.Version != before.Version)
        {
            form.AddError("", texts["person.stale"]);
            return await ViewAsync(before, form, page, stop);
        }

        var saved = (await desk.SaveAsync(before, typed.Into(before), typed.Accepted, ChangeKind.Edited, stop)).In(form);
        return saved.IsDone ? Page.SeeOther(ShowPerson.PathOf(id), message: "person.saved") : await ViewAsync(before, form, page, stop, saved.ToConfirm);
    }

    static Task<Page> ViewAsync(Resident resident, Form form, PersonPage page, CancellationToken stop, CheckedPerson? toConfirm = null) =>
        page.ViewAsync("edit", ShowPerson.PathOf(resident.Id) + "/ubah", ShowPerson.PathOf(resident.Id), form, resident, stop, toConfirm);
}
