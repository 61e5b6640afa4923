namespace SmartKampung.Residents.People;

/// <summary>Prints the slip by which somebody of the register gets an account, or a new password for the one they have.</summary>
static class PrintSlip
{
    public static async Task<Page> Print(Guid id, Form<Nothing> form, PeopleFinder people, ISlips slips, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (!form.IsValid || !resident.IsHere) return Page.SeeOther(ShowPerson.PathOf(resident.Id), message: "slip.not_here");
        var registered = await slips.FindRegisteredAsync(await people.IdsOfAsync(resident.Id, stop), stop);
        var slip = await slips.MakeAsync(resident.Name, registered.Count > 0 ? registered.First() : resident.Id, stop);
        return slip is null
            ? Page.SeeOther(ShowPerson.PathOf(resident.Id), message: "slip.not_yours")
            : Page.View("person-slip", new { slip, back = ShowPerson.PathOf(resident.Id) });
    }
}
