using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Events;

/// <summary>Staff enter an event of somebody whose record they opened, or of somebody who just came.</summary>
static class EnterEvent
{
    public static async Task<Page> Show(string kind, Guid? orang, VitalEvents events, EventPage page, CancellationToken stop)
    {
        if (VitalKinds.Find(kind) is not { } known || await page.FindAsync(known, orang, stop) is not { } found) return Page.NotFound();
        return found.Closed ?? await page.ViewAsync(kind, known, found.Resident, Form.Of(VitalForm.Of(known, found.Resident, events.Today)), stop);
    }

    public static async Task<Page> Save(string kind, Guid? orang, Form<VitalForm> form, VitalEvents events, Register register, EventPage page, ITexts texts, CancellationToken stop)
    {
        if (VitalKinds.Find(kind) is not { } known || await page.FindAsync(known, orang, stop) is not { } found) return Page.NotFound();
        if (found.Closed is { } closed) return closed;
        if (form.IsValid)
            foreach (var problem in events.Problems(known, found.Resident, form.Value)) form.AddError(PersonCheck.FieldOf(problem.Field), texts[problem.Key, problem.Detail]);
        if (form.IsValid) await TryAsync(known, found.Resident, form, events, register, texts, stop);
        return form.IsValid ? Page.SeeOther($"{ListEvents.Path}?bulan={form.Value.On:yyyy-MM}", "event.saved") : await page.ViewAsync(kind, known, found.Resident, form, stop);
    }

    static async Task TryAsync(VitalKind kind, Resident? resident, Form<VitalForm> form, VitalEvents events, Register register, ITexts texts, CancellationToken stop)
    {
        try
        {
            await events.WriteAsync(kind, resident, form.Value, stop);
            await register.SaveAsync(stop);
        }
        catch (InvalidRecordException invalid)
        {
            form.AddError(PersonCheck.FieldOf(invalid.Problem.Field), texts[invalid.Problem.Key, invalid.Problem.Detail]);
        }
        catch (DuplicateException taken)
        {
            if (taken.DocumentType == typeof(Family)) form.AddError("card_number", texts["family.number_taken"]);
            else form.AddError("nik", texts["event.nik_taken"]);
        }
        catch (ConcurrencyException)
        {
            form.AddError("", texts["person.stale"]);
        }
    }
}

/// <summary>The page of an event's form.</summary>
sealed class EventPage(IDocumentSession session, PeopleFinder people, Readings readings, ITexts texts)
{
    /// <returns>Null where there is no such event of that person.</returns>
    public async Task<FoundResident?> FindAsync(VitalKind kind, Guid? id, CancellationToken stop)
    {
        if (id is not { } wanted) return kind == VitalKind.Arrival ? new(null, null) : null;
        if (await people.FindAsync(wanted, stop) is not { } resident) return null;
        return new(resident, await readings.IsOpenAsync(resident.Id, stop) ? null : Page.SeeOther(ShowPerson.PathOf(resident.Id)));
    }

    public async Task<Page> ViewAsync(string slug, VitalKind kind, Resident? resident, Form<VitalForm> form, CancellationToken stop)
    {
        var members = resident is not null && kind is VitalKind.Split or VitalKind.Departure ? (await people.FamilyOfAsync(resident!, stop)).Skip(1).Select(member => new Choice(member.Id.ToString(), member.Name)).ToList() : [];
        return Page.View("residents-event", new
        {
            kind = VitalKinds.KeyOf(kind),
            path = $"{ListEvents.Path}/{slug}" + (resident is null ? "" : $"?orang={resident.Id}"),
            back = resident is null ? ListEvents.Path : ShowPerson.PathOf(resident.Id),
            resident,
            members,
            choices = await PersonChoices.OfAsync(session, texts, resident?.Place, stop),
        }, form);
    }

    public sealed record FoundResident(Resident? Resident, Page? Closed);
}
