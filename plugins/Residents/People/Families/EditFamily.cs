namespace SmartKampung.Residents.People;

/// <summary>Enters a family, or changes its card; members who live here move with its address.</summary>
static class EditFamily
{
    const string Begin = "/kelola/residents/keluarga/baru";

    public static Task<Page> New(IDocumentSession session, ITexts texts, CancellationToken stop) => ViewAsync(null, Form.Of(new FamilyForm()), session, texts, stop);

    public static async Task<Page> Add(Form<FamilyForm> form, Register register, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        var family = form.IsValid ? form.Value.Into(new Family()) : null;
        if (family is not null) await CheckAsync(family, form, session, texts, stop);
        if (!form.IsValid || family is null) return await ViewAsync(null, form, session, texts, stop);
        register.Keep(family);
        return await SavedAsync(register, form, texts, stop) ? Page.SeeOther(ShowFamily.PathOf(family.Id), message: "family.added") : await ViewAsync(null, form, session, texts, stop);
    }

    public static async Task<Page> Show(Guid id, PeopleFinder people, Readings readings, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Family>(id, stop) is not { } family) return Page.NotFound();
        var members = await people.MembersAsync(id, stop);
        if (!await readings.AreOpenAsync([.. members.Select(member => member.Id)], stop)) return Page.SeeOther(ShowFamily.PathOf(id));
        return await ViewAsync(family, Form.Of(FamilyForm.Of(family)), session, texts, stop);
    }

    public static async Task<Page> Save(Guid id, Form<FamilyForm> form, PeopleFinder people, Register register, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Family>(id, stop) is not { } before) return Page.NotFound();
        if (form.IsValid && form.Value.Version != before.Version) form.AddError("", texts["person.stale"]);
        var after = form.IsValid ? form.Value.Into(before) : null;
        if (after is not null) await CheckAsync(after, form, session, texts, stop);
        if (!form.IsValid || after is null) return await ViewAsync(before, form, session, texts, stop);
        register.Keep(after);
        foreach (var member in (await people.MembersAsync(id, stop)).Where(member => member.IsHere))
            await register.ChangeAsync(member, member with { Address = after.Address, Place = after.Place }, new(ChangeKind.Edited), stop);
        return await SavedAsync(register, form, texts, stop) ? Page.SeeOther(ShowFamily.PathOf(id), message: "family.saved") : await ViewAsync(before, form, session, texts, stop);
    }

    static async Task CheckAsync(Family family, Form form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        var key = family.Place is { } place ? Unit.KeyOf(place) : "";
        if (!CardNumbers.IsRight(family.CardNumber)) form.AddError("card_number", texts["family.number_wrong"]);
        if (!await session.Query<Unit>().Where(unit => unit.Key == key).AnyAsync(stop)) form.AddError("place", texts["person.place_unknown"]);
    }

    static async Task<bool> SavedAsync(Register register, Form form, ITexts texts, CancellationToken stop)
    {
        try
        {
            await register.SaveAsync(stop);
        }
        catch (DuplicateException)
        {
            form.AddError("card_number", texts["family.number_taken"]);
        }
        catch (ConcurrencyException)
        {
            form.AddError("", texts["person.stale"]);
        }

        return form.IsValid;
    }

    static async Task<Page> ViewAsync(Family? family, Form form, IDocumentSession session, ITexts texts, CancellationToken stop) => Page.View("family-edit", new
    {
        path = family is null ? Begin : ShowFamily.PathOf(family.Id) + "/ubah",
        back = family is null ? "/kelola/residents" : ShowFamily.PathOf(family.Id),
        isNew = family is null,
        version = family?.Version ?? 0,
        places = await PersonChoices.PlacesAsync(session, texts, family?.Place, stop),
    }, form);
}
