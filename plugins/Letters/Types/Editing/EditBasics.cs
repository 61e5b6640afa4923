namespace SmartKampung.Letters.Types.Editing;

/// <summary>Names, who may ask, who doesn't need it, times and the paper.</summary>
static class EditBasics
{
    public static async Task<Page> Show(string slug, TypeEditor editor, CancellationToken stop) =>
        await editor.FindAsync(slug, stop) is { } known ? View(known, Form.Of(BasicsForm.Of(known.Type, known.Version))) : Page.NotFound();

    public static async Task<Page> Save(string slug, Form<BasicsForm> form, TypeEditor editor, ITexts texts, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known) return Page.NotFound();
        if (form.IsValid && form.Value.MistakeInLines() is { } line) form.AddError("classifications", texts["type.wrong.classification", line]);
        return form.IsValid && await editor.SaveAsync(known, form.Value.ApplyTo(known.Type), form.Value.Version, form, stop) ? Page.SeeOther(ListTypes.PathOf(slug), "type.saved") : View(known, form);
    }

    static Page View(KnownType known, Form form) => Page.View("letters-type-basics", new { known, path = ListTypes.PathOf(known.Type.Slug), version = known.Version }, form);
}
