namespace SmartKampung.Residents.People;

/// <summary>
/// Makes one record of two of the same person. The first stays, and takes what it lacks from the other one, which goes: what it said is kept,
/// with who merged them when, and whoever asks for it by its id is led to the one that stays.
/// </summary>
static class MergePeople
{
    public static async Task<Page> Choose(Guid id, PeopleFinder people, Readings readings, IDocumentSession session, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Page.NotFound();
        if (!await readings.IsOpenAsync(resident.Id, stop)) return Page.SeeOther(ShowPerson.PathOf(resident.Id));
        return await ChoiceAsync(resident, Form.Of(new OtherForm("")), session, stop);
    }

    /// <summary>Finds the other one by its NIK, or by its id from the list.</summary>
    public static async Task<Page> Find(Guid id, Form<OtherForm> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Resident>(id, stop) is not { } resident) return Page.NotFound();
        if (!form.IsValid) return await ChoiceAsync(resident, form, session, stop);
        var nik = Typed.Number(form.Value.Other);
        var other = await session.Query<Resident>().Where(found => found.Nik == nik && found.Id != id).FirstOrDefaultAsync(stop);
        if (other is not null) return Page.SeeOther(PathOf(id, other.Id));
        form.AddError("other", texts["merge.not_found"]);
        return await ChoiceAsync(resident, form, session, stop);
    }

    public static async Task<Page> Compare(Guid id, Guid other, Readings readings, IDocumentSession session, ShownFields shown, CancellationToken stop)
    {
        if (id == other || await session.LoadAsync<Resident>(id, stop) is not { } stays || await session.LoadAsync<Resident>(other, stop) is not { } goes) return Page.NotFound();
        if (!await readings.IsOpenAsync(id, stop)) return Page.SeeOther(ShowPerson.PathOf(id));
        if (!await readings.IsOpenAsync(other, stop)) return Page.SeeOther(ShowPerson.PathOf(other));
        return View(stays, goes, shown, Form.Of(new MergeForm(stays.Version, goes.Version)));
    }

    public static async Task<Page> Merge(
        Guid id, Guid other, Form<MergeForm> form, Register register, IDocumentSession session, IPerson person, ShownFields shown, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (id == other || await session.LoadAsync<Resident>(id, stop) is not { } stays || await session.LoadAsync<Resident>(other, stop) is not { } goes) return Page.NotFound();
        if (form.IsValid && (form.Value.Version, form.Value.OtherVersion) != (stays.Version, goes.Version)) form.AddError("", texts["person.stale"]);
        if (!form.IsValid) return View(stays, goes, shown, form);
        try
        {
            await register.RemoveAsync(goes, new(ChangeKind.Merged), stop);
            await register.ChangeAsync(stays, Completed(stays, goes), new(ChangeKind.Merged), stop);
            session.Store(new MergedResident { Id = other, Into = id, Fields = Everything(goes), At = clock.GetUtcNow(), Person = person.Id, By = person.Name });
            await register.SaveAsync(stop);
            return Page.SeeOther(ShowPerson.PathOf(id), message: "merge.done");
        }
        catch (Exception late) when (late is ConcurrencyException or DuplicateException or InvalidRecordException)
        {
            form.AddError("", texts[late is InvalidRecordException invalid ? invalid.Problem.Key : "person.stale"]);
            return View(stays, goes, shown, form);
        }
    }

    public static string PathOf(Guid id, Guid other) => $"{ShowPerson.PathOf(id)}/gabung/{other}";

    /// <summary>What the record that stays does not say, the other one may.</summary>
    public static Resident Completed(Resident stays, Resident goes) => ResidentFields.All
        .Where(field => field.Read(stays).Length == 0 && field.Read(goes).Length > 0)
        .Aggregate(stays, (completed, field) => field.Write(completed, field.Read(goes)));

    static IReadOnlyList<ChangedField> Everything(Resident resident) =>
        [.. ResidentFields.All.Select(field => new ChangedField(field.Name, field.Read(resident), "")).Where(field => field.Old.Length > 0)];

    static async Task<Page> ChoiceAsync(Resident resident, Form form, IDocumentSession session, CancellationToken stop)
    {
        var (id, date) = (resident.Id, resident.BirthDate);
        var namesakes = await session.Query<Resident>().Where(other => other.Id != id && other.BirthDate == date).Search(resident.Name).ToListAsync(stop);
        return Page.View("merge-choose", new { resident, rows = await PersonRow.OfAsync(namesakes, session, stop) }, form);
    }

    static Page View(Resident stays, Resident goes, ShownFields shown, Form form) => Page.View("merge", new
    {
        stays,
        goes,
        rows = shown.Of(ResidentFields.Differences(stays, goes)),
        completed = shown.Of(ResidentFields.Differences(stays, Completed(stays, goes))),
    }, form);
}

/// <param name="Other">The NIK of the other record.</param>
sealed record OtherForm([Required, StringLength(24), Display(Name = "merge.other")] string Other);

/// <param name="Version">Of the record that stays, as it was looked at.</param>
/// <param name="OtherVersion">Of the one that goes.</param>
sealed record MergeForm(int Version, int OtherVersion);
