using SmartKampung.Letters.Types.Editing;

namespace SmartKampung.Letters.Types.Publishing;

/// <summary>The next edition of a type, made of the one before or of the catalogue's; questions, papers and steps are changed in its file.</summary>
static class EditPublication
{
    public static async Task<Page> Show(string area, string slug, Publications publications, CancellationToken stop) =>
        await publications.BeginAsync(area, slug, stop) is { } begun ? View(begun, Form.Of(PublicationForm.Of(begun))) : Page.NotFound();

    public static async Task<Page> Publish(string area, string slug, Form<PublicationForm> form, Publications publications, ITexts texts, CancellationToken stop)
    {
        if (await publications.BeginAsync(area, slug, stop) is not { } begun) return Page.NotFound();
        if (form.IsValid && form.Value.MistakeInLines() is { } line) form.AddError("classifications", texts["type.wrong.classification", line]);
        if (form.IsValid && form.Value.Version != begun.Version) form.AddError("", texts["type.stale"]);
        if (!form.IsValid) return View(begun, form);
        var next = form.Value.ApplyTo(begun.Type) with { Body = form.Value.Body.ReplaceLineEndings("\n") };
        return await publications.PublishAsync(begun, next, form.Value.Note, form, stop) ? Page.SeeOther(begun.Path, "publish.done") : View(begun, form);
    }

    static Page View(BegunEdition begun, Form form) =>
        Page.View("letters-publication-edit", new { begun, back = begun.Present is null ? ListPublications.Path : begun.Path, version = begun.Version }, form);
}

/// <summary>An edition as it is typed.</summary>
sealed record PublicationForm : BasicsForm
{
    public PublicationForm()
    {
    }

    PublicationForm(BasicsForm basics) : base(basics)
    {
    }

    [Required, StringLength(60000), Display(Name = "type.body")]
    public string Body { get; init; } = "";

    [Required, StringLength(300), Display(Name = "publish.note")]
    public string Note { get; init; } = "";

    public static PublicationForm Of(BegunEdition begun) => new(Of(begun.Type, begun.Version)) { Body = begun.Type.Body };
}
