namespace SmartKampung.Letters.Types.Editing;

/// <summary>A paper that is asked for; <c>baru</c> adds one.</summary>
static class EditDocument
{
    public static async Task<Page> Show(string slug, string at, TypeEditor editor, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known || !ListPlace.TryFind(at, known.Type.Documents.Count, out var index)) return Page.NotFound();
        return View(known, at, Form.Of(DocumentForm.Of(index is { } found ? known.Type.Documents[found] : null, known.Version)));
    }

    public static async Task<Page> Save(string slug, string at, Form<DocumentForm> form, TypeEditor editor, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known || !ListPlace.TryFind(at, known.Type.Documents.Count, out var index)) return Page.NotFound();
        return form.IsValid && await editor.SaveAsync(known, known.Type with { Documents = ListPlace.Put(known.Type.Documents, index, form.Value.ToDocument()) }, form.Value.Version, form, stop)
            ? Page.SeeOther(ListTypes.PathOf(slug), "type.saved") : View(known, at, form);
    }

    static Page View(KnownType known, string at, Form form) => Page.View("letters-type-document", new { known, at, path = ListTypes.PathOf(known.Type.Slug), version = known.Version }, form);
}

/// <summary>A paper as it is typed.</summary>
sealed record DocumentForm
{
    [Required, StringLength(60), Display(Name = "type.key")]
    public string Key { get; init; } = "";

    [Required, StringLength(120), Display(Name = "type.label")]
    public string Label { get; init; } = "";

    [StringLength(120), Display(Name = "type.label_english")]
    public string LabelEnglish { get; init; } = "";

    [Display(Name = "type.required")]
    public bool IsRequired { get; init; }

    [StringLength(60), Display(Name = "type.when_field")]
    public string WhenField { get; init; } = "";

    [StringLength(2000), Display(Name = "type.when_values")]
    public string WhenValues { get; init; } = "";

    public int Version { get; init; }

    public static DocumentForm Of(RequiredDocument? document, int version) => document is null ? new() { IsRequired = true, Version = version } : new()
    {
        Key = document.Key,
        Label = document.Label.Indonesian,
        LabelEnglish = document.Label.English,
        IsRequired = document.IsRequired,
        WhenField = document.When?.Field ?? "",
        WhenValues = string.Join('\n', document.When?.IsOneOf ?? []),
        Version = version,
    };

    public RequiredDocument ToDocument() =>
        new(Key, new(Label, LabelEnglish), IsRequired, WhenField.Length == 0 ? null : new(WhenField, [.. TypedLines.Of(WhenValues).Select(parts => parts[0])]));
}

/// <summary>Where something stands in a list: its number, or <c>baru</c> for one that is added.</summary>
static class ListPlace
{
    public static bool TryFind(string at, int count, out int? index)
    {
        index = int.TryParse(at, out var number) && number >= 0 && number < count ? number : null;
        return index is not null || at == "baru";
    }

    public static List<T> Put<T>(IReadOnlyList<T> list, int? at, T item) => at is { } index ? [.. list.Take(index), item, .. list.Skip(index + 1)] : [.. list, item];
}
