namespace SmartKampung.Residents.People;

/// <summary>The hamlets, RW and RT of the village with their heads.</summary>
static class ManageUnits
{
    public const string Path = "/kelola/residents/wilayah";

    public static string PathOf(Guid id) => $"{Path}/{id}";

    public static async Task<Page> List(IDocumentSession session, IRights rights, Village village, TimeProvider clock, CancellationToken stop)
    {
        var today = village.TimeZone.DayOf(clock.GetUtcNow());
        var units = await session.Query<Unit>().OrderBy(unit => unit.Key).ToListAsync(stop);
        return Page.View("units", new { rows = units.Select(unit => UnitRow.Of(unit, today)).ToList(), mayWrite = rights.Has(Permissions.Write) });
    }

    public static Page New(Village village) => View(village, Form.Of(new UnitForm()));

    /// <summary>Adds a unit, and the larger ones that it lies in.</summary>
    public static async Task<Page> Add(Form<UnitForm> form, IDocumentSession session, Village village, ITexts texts, CancellationToken stop)
    {
        if (!form.IsValid) return View(village, form);
        var place = form.Value.ToPlace();
        if (place is { RtNumber: not null, RwNumber: null }) form.AddError("rw_number", texts["unit.rw_missing"]);
        if (!form.IsValid) return View(village, form);
        try
        {
            await StoreAsync(place, session, stop);
            return Page.SeeOther(Path, message: "unit.added");
        }
        catch (DuplicateException)
        {
            form.AddError("", texts["unit.exists"]);
            return View(village, form);
        }
    }

    static async Task StoreAsync(Territory place, IDocumentSession session, CancellationToken stop)
    {
        List<Territory> larger = [.. new[] { place with { RtNumber = null }, place with { RtNumber = null, RwNumber = null } }.Where(outer => outer != place).Distinct()];
        List<string> keys = [.. larger.Select(Unit.KeyOf)];
        var present = (await session.Query<Unit>().Where(unit => keys.Contains(unit.Key)).ToListAsync(stop)).Select(unit => unit.Key).ToHashSet();
        foreach (var missing in larger.Where(outer => !present.Contains(Unit.KeyOf(outer)))) session.Store(Unit.At(missing));
        session.Store(Unit.At(place));
        await session.SaveChangesAsync(stop);
    }

    static Page View(Village village, Form form) => Page.View("unit-new", new { hamlets = village.Profile.Hamlets }, form);
}

/// <summary>A unit as it is typed.</summary>
sealed record UnitForm
{
    [Required, StringLength(60)]
    public string Hamlet { get; init; } = "";

    [RegularExpression("[0-9]{1,3}")]
    public string? RwNumber { get; init; }

    [RegularExpression("[0-9]{1,3}")]
    public string? RtNumber { get; init; }

    public Territory ToPlace() => new(Typed.Line(Hamlet).Replace("/", "", StringComparison.Ordinal), Three(RwNumber), Three(RtNumber));

    static string? Three(string? number) => number?.PadLeft(3, '0');
}

/// <summary>A unit in the list.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Kind">hamlet, community or neighborhood: the text is under <c>unit.KIND</c>.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Head">Whose term it is, or null.</param>
sealed record UnitRow(Guid Id, string Kind, Territory Place, Term? Head)
{
    public static UnitRow Of(Unit unit, DateOnly today) => new(unit.Id, KindOf(unit), unit.Place, unit.HeadOn(today));

    public static string KindOf(Unit unit) => "unit." + unit.Kind.ToString().ToLowerInvariant();
}
