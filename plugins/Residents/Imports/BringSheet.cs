namespace SmartKampung.Residents.Imports;

/// <summary>Takes a sheet and lets it be looked through; nothing else happens until somebody says so.</summary>
static class BringSheet
{
    public const string Path = "/kelola/residents/impor";

    const int Part = 500;
    const int Remembered = 10;
    const int LongestName = 100;

    public static Task<Page> Show(IDocumentSession session, CancellationToken stop) => ViewAsync(session, Form.Empty<BroughtSheet>(), stop);

    public static async Task<Page> Take(Form<BroughtSheet> form, IDocumentSession session, IEvents events, IPerson person, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid) return await ViewAsync(session, form, stop);
        try
        {
            await using var content = form.Value.File.OpenReadStream();
            var rows = SheetFile.Read(content);
            var import = await KeepAsync(rows, form.Value.File, session, person, clock, stop);
            if (import.State == ImportState.Checking) events.Publish(new SheetGoesOn(import.Id));
            await ForgetAsync(session, stop);
            await session.SaveChangesAsync(stop);
            return Page.SeeOther(import.State == ImportState.Columns ? $"{Path}/{import.Id}/kolom" : $"{Path}/{import.Id}");
        }
        catch (UnreadableSheetException unreadable)
        {
            form.AddError("file", texts[unreadable.Key, unreadable.Detail]);
            return await ViewAsync(session, form, stop);
        }
    }

    static async Task<SheetImport> KeepAsync(IReadOnlyList<SheetRow> rows, IFormFile file, IDocumentSession session, IPerson person, TimeProvider clock, CancellationToken stop)
    {
        var headings = rows[0].Cells;
        var fields = SheetColumns.Guess(headings, await session.LoadAsync<RememberedColumns>(RememberedColumns.Only, stop));
        var import = new SheetImport
        {
            FileName = NameOf(file), Person = person.Id, By = person.Name, At = clock.GetUtcNow(), Headings = headings, Fields = fields, Rows = rows.Count - 1,
            State = SheetColumns.AreEnough(fields) ? ImportState.Checking : ImportState.Columns, Parts = (rows.Count - 1 + Part - 1) / Part,
        };
        session.Store(import);
        foreach (var (number, part) in rows.Skip(1).Chunk(Part).Index()) session.Store(new SheetPart { Import = import.Id, Number = number, Rows = part });
        return import;
    }

    static async Task<Page> ViewAsync(IDocumentSession session, Form<BroughtSheet> form, CancellationToken stop) =>
        Page.View("residents-imports", new { imports = await session.Query<SheetImport>().OrderByDescending(import => import.At).Take(Remembered).ToListAsync(stop) }, form);

    /// <summary>What is long past can't be taken back any more.</summary>
    static async Task ForgetAsync(IDocumentSession session, CancellationToken stop)
    {
        foreach (var import in await session.Query<SheetImport>().OrderByDescending(import => import.At).Skip(Remembered - 1).ToListAsync(stop))
            if (!import.IsWorking) await ForgetAsync(import, session, stop);
    }

    public static async Task ForgetAsync(SheetImport import, IDocumentSession session, CancellationToken stop)
    {
        foreach (var part in await session.Query<SheetPart>().Where(part => part.Import == import.Id).ToListAsync(stop)) session.Delete(part);
        session.Delete(import);
    }

    static string NameOf(IFormFile file)
    {
        var name = SheetText.Clean(file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}

sealed record BroughtSheet([Required, Display(Name = "import.file")] IFormFile File);
