namespace SmartKampung.Letters.Types.Editing;

/// <summary>A letter of the village's own begins with one question and one signer, and is not offered until it is.</summary>
static class AddType
{
    public static Page Show() => View(Form.Empty<NewType>());

    public static async Task<Page> Add(Form<NewType> form, TypeEditor editor, ITexts texts, CancellationToken stop)
    {
        if (form.IsValid && !TypeCheck.IsSlug(form.Value.Slug)) form.AddError("slug", texts["type.wrong.slug", form.Value.Slug]);
        if (form.IsValid && await editor.FindAsync(form.Value.Slug, stop) is not null) form.AddError("slug", texts["type.wrong.slug_taken"]);
        if (!form.IsValid) return View(form);
        editor.Store(new() { Slug = form.Value.Slug, Own = Of(form.Value), IsOffered = false });
        return await editor.TrySaveAsync(form, stop) ? Page.SeeOther(ListTypes.PathOf(form.Value.Slug), "type.added") : View(form);
    }

    static LetterType Of(NewType typed) => new()
    {
        Slug = typed.Slug,
        Name = new(typed.Name, typed.NameEnglish),
        Fields = [new() { Key = "purpose", IsRequired = true, Label = new("Keperluan", "Purpose"), Max = 200 }],
        Documents = [new("ktp", new("Foto KTP", "Photo of the identity card (KTP)"))],
        Steps = [new() { Role = Roles.Operator, DueHours = 4 }, new() { Kind = StepKind.Sign, Role = Roles.Head, DueHours = 8 }],
        Body = "{{ include \"paper-opening\" }}\n{{ include \"paper-identity\" }}\n<p>Surat ini dibuat untuk {{ answers.purpose }}.</p>\n{{ include \"paper-closing\" }}\n",
    };

    static Page View(Form form) => Page.View("letters-type-add", null, form);
}

sealed record NewType
{
    [Required, StringLength(120), Display(Name = "type.name")]
    public string Name { get; init; } = "";

    [StringLength(120), Display(Name = "type.name_english")]
    public string NameEnglish { get; init; } = "";

    [Required, StringLength(60), Display(Name = "type.slug")]
    public string Slug { get; init; } = "";
}
