namespace SmartKampung.Letters.Types.Publishing;

/// <summary>Publishes a type from a file, the same that goes from village to village.</summary>
static class PublishFile
{
    public static Page Show(PublishingAreas areas) => areas.Own.Count == 0 ? Page.NotFound() : View(Form.Empty<PublishedFile>(), areas);

    public static async Task<Page> Publish(Form<PublishedFile> form, PublishingAreas areas, Publications publications, ITexts texts, CancellationToken stop)
    {
        var area = form.IsValid ? AreaOf(form.Value, areas) : null;
        if (form.IsValid && area is null) form.AddError("area", texts["publish.no_area"]);
        if (form.IsValid && form.Value.File.Length > TypeFile.Largest) form.AddError("file", texts["type.wrong.file_large", TypeFile.Largest / 1024]);
        if (!form.IsValid || area is null) return View(form, areas);
        using var read = new MemoryStream();
        await form.Value.File.CopyToAsync(read, stop);
        var (type, mistakes) = TypeFile.Read(read.ToArray());
        foreach (var mistake in mistakes) form.AddError("file", mistake.In(texts));
        if (type is null) return View(form, areas);
        var begun = new BegunEdition(area, await publications.FindAsync(area, type.Slug, stop), type);
        return await publications.PublishAsync(begun, type, form.Value.Note, form, stop) ? Page.SeeOther(begun.Path, "publish.done") : View(form, areas);
    }

    /// <summary>Who publishes for one area is not asked which.</summary>
    static PublishingArea? AreaOf(PublishedFile typed, PublishingAreas areas) =>
        areas.Own is [var only] && typed.Area.Length == 0 ? only : areas.Find(typed.Area) is { IsOwn: true } chosen ? chosen : null;

    static Page View(Form form, PublishingAreas areas) =>
        Page.View("letters-publish-file", new { areas = areas.Own.Count > 1 ? areas.Own.Select(area => new { value = area.Key, text = area.Name }).ToList() : [] }, form);
}

sealed record PublishedFile([Required, Display(Name = "type.file")] IFormFile File, [Required, StringLength(300), Display(Name = "publish.note")] string Note, [Display(Name = "publish.area")] string Area = "");
