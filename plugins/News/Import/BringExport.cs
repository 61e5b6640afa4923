namespace SmartKampung.News.Import;

/// <summary>Takes the file of an old site and looks it through; nothing else happens until somebody says so.</summary>
static class BringExport
{
    public const string Path = "/kelola/news/impor";

    const int Remembered = 10;
    const int LongestName = 100;

    public static Task<Page> Show(IDocumentSession session, CancellationToken stop) => ViewAsync(session, Form.Empty<BroughtExport>(), stop);

    public static async Task<Page> Check(
        Form<BroughtExport> form, IDocumentSession session, IWaitingFiles waiting, IPerson person, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid) return await ViewAsync(session, form, stop);
        await using var content = form.Value.File.OpenReadStream();
        var upload = await waiting.KeepAsync(content, stop);
        try
        {
            var import = new WordPressImport { FileName = NameOf(form.Value.File), Upload = upload, Person = person.Id, By = person.Name, At = clock.GetUtcNow(), Found = new() };
            await using var kept = waiting.Open(upload)!;
            using var file = await ExportFile.OpenAsync(kept, stop);
            session.Store(await new CheckExport(session).RunAsync(file, import, stop));
            await ForgetAsync(session, waiting, stop);
            await session.SaveChangesAsync(stop);
            return Page.SeeOther($"{Path}/{import.Id}");
        }
        catch (UnreadableExportException unreadable)
        {
            waiting.Remove(upload);
            form.AddError("file", texts[unreadable.Key, unreadable.Detail]);
            return await ViewAsync(session, form, stop);
        }
    }

    static async Task<Page> ViewAsync(IDocumentSession session, Form<BroughtExport> form, CancellationToken stop) =>
        Page.View("news-imports", new { imports = await session.Query<WordPressImport>().OrderByDescending(import => import.At).Take(Remembered).ToListAsync(stop) }, form);

    static async Task ForgetAsync(IDocumentSession session, IWaitingFiles waiting, CancellationToken stop)
    {
        var old = await session.Query<WordPressImport>().OrderByDescending(import => import.At).Skip(Remembered - 1).ToListAsync(stop);
        foreach (var import in old.Where(import => import.State != ImportState.Running))
        {
            waiting.Remove(import.Upload);
            session.Delete(import);
        }
    }

    static string NameOf(IFormFile file)
    {
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return Letters.Shorten(string.Concat(name.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF'))), LongestName);
    }
}

sealed record BroughtExport([Required, Display(Name = "import.file")] IFormFile File);
