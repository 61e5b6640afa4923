namespace SmartKampung.Letters.Types.Editing;

/// <summary>A step of those who decide; <c>baru</c> adds one.</summary>
static class EditStep
{
    public static async Task<Page> Show(string slug, string at, TypeEditor editor, ITexts texts, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known || !ListPlace.TryFind(at, known.Type.Steps.Count, out var index)) return Page.NotFound();
        return View(known, at, Form.Of(StepForm.Of(index is { } found ? known.Type.Steps[found] : null, known.Version)), texts);
    }

    public static async Task<Page> Save(string slug, string at, Form<StepForm> form, TypeEditor editor, ITexts texts, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known || !ListPlace.TryFind(at, known.Type.Steps.Count, out var index)) return Page.NotFound();
        return form.IsValid && await editor.SaveAsync(known, known.Type with { Steps = ListPlace.Put(known.Type.Steps, index, form.Value.ToStep()) }, form.Value.Version, form, stop)
            ? Page.SeeOther(ListTypes.PathOf(slug), "type.saved") : View(known, at, form, texts);
    }

    static Page View(KnownType known, string at, Form form, ITexts texts) => Page.View("letters-type-step", new
    {
        known, at, path = ListTypes.PathOf(known.Type.Slug), version = known.Version,
        roles = TypeCheck.DecidingRoles.Select(role => new { value = role, text = texts["role." + role] }).ToList(),
    }, form);
}

/// <summary>A step as it is typed.</summary>
sealed record StepForm
{
    [Display(Name = "step_kind")]
    public StepKind Kind { get; init; }

    [Required, Display(Name = "type.role")]
    public string Role { get; init; } = "";

    [Display(Name = "territory")]
    public StepTerritory Territory { get; init; }

    [Range(1, 2000), Display(Name = "type.due_hours")]
    public int DueHours { get; init; } = 24;

    [Display(Name = "type.escalates_to")]
    public string EscalatesTo { get; init; } = "";

    public int Version { get; init; }

    public static StepForm Of(LetterStep? step, int version) => step is null ? new() { Version = version } : new()
    {
        Kind = step.Kind, Role = step.Role, Territory = step.Territory, DueHours = step.DueHours, EscalatesTo = step.EscalatesTo, Version = version,
    };

    public LetterStep ToStep() => new() { Kind = Kind, Role = Role, Territory = Territory, DueHours = DueHours, EscalatesTo = EscalatesTo };
}
