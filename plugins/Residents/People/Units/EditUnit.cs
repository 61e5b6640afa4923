namespace SmartKampung.Residents.People;

/// <summary>A unit's heads: a new term, the end of one, and taking away a unit where nobody lives.</summary>
static class EditUnit
{
    public static async Task<Page> Show(Guid id, IDocumentSession session, IRights rights, CancellationToken stop) =>
        await session.LoadAsync<Unit>(id, stop) is { } unit ? View(unit, rights, Form.Of(new TermForm { Version = unit.Version })) : Page.NotFound();

    /// <summary>Begins a term; an open one before it ends the day before.</summary>
    public static async Task<Page> AddTerm(Guid id, Form<TermForm> form, IDocumentSession session, IRights rights, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Unit>(id, stop) is not { } unit) return Page.NotFound();
        if (form.IsValid && form.Value.Version != unit.Version) form.AddError("", texts["person.stale"]);
        if (!form.IsValid) return View(unit, rights, form);
        var added = form.Value.ToTerm();
        var earlier = unit.Terms.Select(term => term.Until is null && term.From < added.From ? term with { Until = added.From.AddDays(-1) } : term).ToList();
        if (added.Until < added.From) form.AddError("until", texts["unit.until_before_from"]);
        else if (earlier.Any(term => term.Overlaps(added))) form.AddError("from", texts["unit.overlaps"]);
        if (!form.IsValid) return View(unit, rights, form);
        return await SavedAsync(unit with { Terms = [.. earlier.Append(added).OrderByDescending(term => term.From)] }, rights, form, session, texts, stop);
    }

    /// <summary>Takes a term away that was entered by mistake.</summary>
    public static async Task<Page> RemoveTerm(Guid id, Form<TermChoice> form, IDocumentSession session, IRights rights, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Unit>(id, stop) is not { } unit) return Page.NotFound();
        if (!form.IsValid || form.Value.Version != unit.Version) return Page.SeeOther(ManageUnits.PathOf(id), message: "unit.changed");
        var left = unit with { Terms = [.. unit.Terms.Where((_, at) => at != form.Value.At)] };
        return await SavedAsync(left, rights, Form.Of(new TermForm { Version = unit.Version }), session, texts, stop);
    }

    public static async Task<Page> Remove(Guid id, Form<Nothing> form, IDocumentSession session, CancellationToken stop)
    {
        if (await session.LoadAsync<Unit>(id, stop) is not { } unit) return Page.NotFound();
        if (!form.IsValid || await IsUsedAsync(unit, session, stop)) return Page.SeeOther(ManageUnits.PathOf(id), message: "unit.is_used");
        session.Delete(unit);
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(ManageUnits.Path, message: "unit.removed");
    }

    /// <summary>Whether anybody lives there, or smaller units lie in it.</summary>
    static async Task<bool> IsUsedAsync(Unit unit, IDocumentSession session, CancellationToken stop)
    {
        var (place, id) = (unit.Place, unit.Id);
        if ((await session.Query<Unit>().Where(other => other.Id != id).ToListAsync(stop)).Any(other => place.Contains(other.Place))) return true;
        var (hamlet, rw, rt) = (place.Hamlet, place.RwNumber, place.RtNumber);
        return await session.Query<Resident>().Where(r => r.Place!.RtNumber == rt && r.Place!.RwNumber == rw && r.Place!.Hamlet == hamlet).AnyAsync(stop);
    }

    static async Task<Page> SavedAsync(Unit unit, IRights rights, Form form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        session.Store(unit);
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther(ManageUnits.PathOf(unit.Id), message: "unit.saved");
        }
        catch (ConcurrencyException)
        {
            form.AddError("", texts["person.stale"]);
            return View(unit, rights, form);
        }
    }

    static Page View(Unit unit, IRights rights, Form form) => Page.View("unit", new { unit, kind = UnitRow.KindOf(unit), mayWrite = rights.Has(Permissions.Write) }, form);
}

/// <summary>A term as it is typed.</summary>
sealed record TermForm
{
    [Required, StringLength(100)]
    public string Head { get; init; } = "";

    [Required]
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(80)]
    public string Decree { get; init; } = "";

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }

    public Term ToTerm() => new(Typed.Line(Head), null, From!.Value, Until, Typed.Line(Decree));
}

/// <param name="At">Which term, counted from the latest.</param>
/// <param name="Version">The version of the unit that was looked at.</param>
sealed record TermChoice(int At, int Version);
