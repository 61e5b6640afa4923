namespace SmartKampung.Letters.Types.Editing;

/// <summary>Takes a type from another village's file. One of the same name is replaced, and can be reset.</summary>
static class BringType
{
    public static Page Show() => Page.View("letters-type-bring", null, Form.Empty<BroughtType>());

    public static async Task<Page> Bring(Form<BroughtType> form, TypeEditor editor, IPapers papers, ITexts texts, CancellationToken stop)
    {
        if (form.IsValid && form.Value.File.Length > TypeFile.Largest) form.AddError("file", texts["type.wrong.file_large", TypeFile.Largest / 1024]);
        if (!form.IsValid) return View(form);
        using var read = new MemoryStream();
        await form.Value.File.CopyToAsync(read, stop);
        var (type, mistakes) = TypeFile.Read(read.ToArray());
        foreach (var mistake in mistakes) form.AddError("file", mistake.In(texts));
        if (type is null || !await editor.BringAsync(type, form, stop)) return View(form);
        return Page.SeeOther(ListTypes.PathOf(type.Slug), papers.FindMistake(type.Body) is null ? "type.brought" : "type.brought_broken");
    }

    static Page View(Form form) => Page.View("letters-type-bring", null, form);
}

sealed record BroughtType([Required, Display(Name = "type.file")] IFormFile File);
