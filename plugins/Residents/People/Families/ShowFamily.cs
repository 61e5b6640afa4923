namespace SmartKampung.Residents.People;

/// <summary>A family: its card and its members, masked until the reader opened the records of all of them.</summary>
static class ShowFamily
{
    public static string PathOf(Guid id) => $"/kelola/residents/keluarga/{id}";

    public static async Task<Page> Show(Guid id, PeopleFinder people, Readings readings, IDocumentSession session, ITexts texts, CancellationToken stop) =>
        await ViewAsync(id, Form.Of(new OpeningForm(texts["reading.purpose.usual"])), people, readings, session, stop);

    public static async Task<Page> Open(
        Guid id, Form<OpeningForm> form, PeopleFinder people, Readings readings, IDocumentSession session, CancellationToken stop)
    {
        if (await session.LoadAsync<Family>(id, stop) is null) return Page.NotFound();
        if (!form.IsValid) return await ViewAsync(id, form, people, readings, session, stop);
        foreach (var member in await people.MembersAsync(id, stop)) readings.Note(member.Id, form.Value.Purpose.Trim());
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(PathOf(id));
    }

    static async Task<Page> ViewAsync(Guid id, Form<OpeningForm> form, PeopleFinder people, Readings readings, IDocumentSession session, CancellationToken stop)
    {
        if (await session.LoadAsync<Family>(id, stop) is not { } family) return Page.NotFound();
        var members = await people.MembersAsync(id, stop);
        var isOpen = await readings.AreOpenAsync([.. members.Select(member => member.Id)], stop);
        return Page.View("family", new
        {
            id,
            isOpen,
            family = isOpen ? family : null,
            number = Masks.Number(family.CardNumber),
            place = family.Place,
            members = isOpen ? members : [],
            rows = members.Select(member => PersonRow.Of(member, family)).ToList(),
        }, form);
    }
}
