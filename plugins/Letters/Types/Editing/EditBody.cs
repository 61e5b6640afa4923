using SmartKampung.Letters.Issued.Papers;

namespace SmartKampung.Letters.Types.Editing;

/// <summary>What is printed, with a preview that is the print. A text that is no template is kept, told with line and column, and not offered.</summary>
static class EditBody
{
    public static async Task<Page> Show(string slug, TypeEditor editor, CancellationToken stop) =>
        await editor.FindAsync(slug, stop) is { } known ? View(known, Form.Of(new BodyForm { Body = known.Type.Body, Version = known.Version })) : Page.NotFound();

    public static async Task<Page> Save(string slug, Form<BodyForm> form, TypeEditor editor, IPapers papers, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known) return Page.NotFound();
        if (!form.IsValid || !await editor.SaveAsync(known, known.Type with { Body = form.Value.Body }, form.Value.Version, form, stop)) return View(known, form);
        return papers.FindMistake(form.Value.Body) is null ? Page.SeeOther(ListTypes.PathOf(slug), "type.saved") : Page.SeeOther($"{ListTypes.PathOf(slug)}/isi", "type.saved_broken");
    }

    /// <summary>The text as it stands in the form, whether it is saved or not.</summary>
    public static async Task<IResult> Preview(string slug, Form<BodyForm> form, TypeEditor editor, PreviewLetter preview, ITexts texts, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { } known) return Page.NotFound();
        if (!form.IsValid) return View(known, form);
        return await MakeAsync(known, known.Type with { Body = form.Value.Body }, form.Value.IsLong, form, preview, texts, stop);
    }

    public static async Task<IResult> PreviewSaved(string slug, TypeEditor editor, PreviewLetter preview, ITexts texts, CancellationToken stop) =>
        await editor.FindAsync(slug, stop) is { } known
            ? await MakeAsync(known, known.Type, false, Form.Of(new BodyForm { Body = known.Type.Body, Version = known.Version }), preview, texts, stop)
            : Page.NotFound();

    static async Task<IResult> MakeAsync(KnownType known, LetterType type, bool isLong, Form form, PreviewLetter preview, ITexts texts, CancellationToken stop)
    {
        try
        {
            return Results.Bytes(await preview.OfSampleAsync(type, isLong, stop), "application/pdf");
        }
        catch (PaperTextException mistake)
        {
            form.AddError("body", texts["type.wrong.body", mistake.Line, mistake.Column, mistake.Reason]);
        }
        catch (PaperException failure)
        {
            form.AddError("", texts[failure.IsPassing ? "type.wrong.engine" : "type.wrong.paper", failure.Problem]);
        }

        return View(known, form);
    }

    static Page View(KnownType known, Form form) => Page.View("letters-type-body", new { known, path = ListTypes.PathOf(known.Type.Slug), version = known.Version }, form);
}

sealed record BodyForm
{
    [StringLength(60000), Display(Name = "type.body")]
    public string Body { get; init; } = "";

    [Display(Name = "type.long")]
    public bool IsLong { get; init; }

    public int Version { get; init; }
}
