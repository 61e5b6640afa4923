namespace SmartKampung.Residents.People;

/// <summary>Staff say what for, and the record is open to them.</summary>
static class OpenRecord
{
    public static async Task<Page> Open(Guid id, Form<OpeningForm> form, PeopleFinder people, Readings readings, IDocumentSession session, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (!form.IsValid) return await ShowPerson.ClosedAsync(resident, form, session, stop);
        readings.Note(resident.Id, form.Value.Purpose.Trim());
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(ShowPerson.PathOf(resident.Id));
    }
}

/// <param name="Purpose">What for, as the person will read it.</param>
sealed record OpeningForm([Required, StringLength(200, MinimumLength = 3), Display(Name = "reading.purpose")] string Purpose);
