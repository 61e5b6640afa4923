namespace SmartKampung.Residents.People;

/// <summary>Enters somebody, alone or into a family, whose address they have then.</summary>
static class AddPerson
{
    const string Path = "/kelola/residents/orang/baru";

    public static async Task<Page> Show(Guid? keluarga, IDocumentSession session, PersonPage page, CancellationToken stop)
    {
        var family = await FamilyAsync(keluarga, session, stop);
        if (keluarga is not null && family is null) return Page.NotFound();
        return await ViewAsync(family, Form.Of(PersonForm.Of(Begun(family))), page, stop);
    }

    public static async Task<Page> Save(Guid? keluarga, Form<PersonForm> form, IDocumentSession session, PersonDesk desk, PersonPage page, CancellationToken stop)
    {
        var family = await FamilyAsync(keluarga, session, stop);
        if (keluarga is not null && family is null) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(family, form, page, stop);
        var added = form.Value.Into(Begun(family));
        var saved = (await desk.SaveAsync(null, added, form.Value.Accepted, ChangeKind.Added, stop)).In(form);
        return saved.IsDone ? Page.SeeOther(ShowPerson.PathOf(added.Id), message: "person.added") : await ViewAsync(family, form, page, stop, saved.ToConfirm);
    }

    static Resident Begun(Family? family) => new() { Name = "", Family = family?.Id, Address = family?.Address ?? "", Place = family?.Place };

    static Task<Page> ViewAsync(Family? family, Form form, PersonPage page, CancellationToken stop, CheckedPerson? toConfirm = null) => page.ViewAsync(
        "add", family is null ? Path : $"{Path}?keluarga={family.Id}", family is null ? "/kelola/residents" : ShowFamily.PathOf(family.Id), form, null, stop, toConfirm);

    static async Task<Family?> FamilyAsync(Guid? id, IDocumentSession session, CancellationToken stop) => id is { } family ? await session.LoadAsync<Family>(family, stop) : null;
}
