using SmartKampung.Residents.Lists;

namespace SmartKampung.Residents.People;

/// <summary>Moves somebody to another family, by the number of its card, or to a new one; they live at its address then.</summary>
static class MoveToFamily
{
    public static async Task<Page> Show(Guid id, PeopleFinder people, Readings readings, ITexts texts, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (!await readings.IsOpenAsync(resident.Id, stop)) return Page.SeeOther(ShowPerson.PathOf(resident.Id));
        return View(resident, Form.Of(new MoveForm { Relation = resident.Relation, Version = resident.Version }), texts);
    }

    public static async Task<Page> Move(Guid id, Form<MoveForm> form, Register register, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Resident>(id, stop) is not { } resident) return Page.NotFound();
        if (form.IsValid && form.Value.Version != resident.Version) form.AddError("", texts["person.stale"]);
        var family = form.IsValid ? await FindAsync(form, resident, session, texts, stop) : null;
        if (!form.IsValid || family is null) return View(resident, form, texts);
        if (family.Version == 0) register.Keep(family);
        var moved = resident with { Family = family.Id, Relation = form.Value.Relation, Address = family.Address, Place = family.Place };
        return await SavedAsync(resident, moved, register, form, texts, stop) ? Page.SeeOther(ShowPerson.PathOf(id), message: "family.moved") : View(resident, form, texts);
    }

    /// <summary>The family of the card; a new one without a number where none is typed.</summary>
    static async Task<Family?> FindAsync(Form<MoveForm> form, Resident resident, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        var number = Typed.Number(form.Value.CardNumber);
        if (number is null) return new Family { Address = resident.Address, Place = resident.Place };
        var family = await session.Query<Family>().Where(family => family.CardNumber == number).FirstOrDefaultAsync(stop);
        if (family is null) form.AddError("card_number", texts["family.number_unknown"]);
        return family;
    }

    static async Task<bool> SavedAsync(Resident before, Resident after, Register register, Form form, ITexts texts, CancellationToken stop)
    {
        try
        {
            await register.ChangeAsync(before, after, new(ChangeKind.Edited), stop);
            await register.SaveAsync(stop);
        }
        catch (InvalidRecordException invalid)
        {
            form.AddError(invalid.Problem.Field == "relation" ? "relation" : "", texts[invalid.Problem.Key, invalid.Problem.Detail]);
        }
        catch (ConcurrencyException)
        {
            form.AddError("", texts["person.stale"]);
        }

        return form.IsValid;
    }

    static Page View(Resident resident, Form form, ITexts texts) => Page.View("family-move", new
    {
        resident,
        relations = ReferenceLists.Relations.Entries.Select(entry => new Choice(entry.Name, texts.Language == "en" ? entry.English : entry.Name)).ToList(),
    }, form);
}

/// <summary>Where somebody moves to.</summary>
sealed record MoveForm
{
    /// <summary>Of the family; empty for a new one.</summary>
    [StringLength(24)]
    public string CardNumber { get; init; } = "";

    [Required]
    public string Relation { get; init; } = "";

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }
}
