namespace SmartKampung.Residents.Imports;

/// <summary>Shows what a sheet would do, lets it be taken and taken back, and shows how far that is.</summary>
static class RunImport
{
    const int PerPage = 50;

    public static async Task<Page> Show(Guid id, string? halaman, IDocumentSession session, ITexts texts, CancellationToken stop) =>
        await session.LoadAsync<SheetImport>(id, stop) is { } import
            ? import.State == ImportState.Columns ? Page.SeeOther($"{PathOf(import)}/kolom") : await ViewAsync(import, PageNumber.Of(halaman), Form.Of(new ImportChoice(import.OnlyGood)), session, texts, stop)
            : Page.NotFound();

    public static async Task<Page> Start(Guid id, Form<ImportChoice> form, IDocumentSession session, IEvents events, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<SheetImport>(id, stop) is not { } import) return Page.NotFound();
        if (import.State != ImportState.Checked) return Page.SeeOther(PathOf(import));
        if (await session.Query<SheetImport>().Where(other => other.State == ImportState.Running || other.State == ImportState.TakingBack).AnyAsync(stop)) form.AddError("", texts["import.other_runs"]);
        else if (form.IsValid && !form.Value.OnlyGood && import.Found.Bad > 0) form.AddError("only_good", texts["import.has_bad", import.Found.Bad]);
        if (!form.IsValid) return await ViewAsync(import, 1, form, session, texts, stop);
        return await GoOnAsync(import with { State = ImportState.Running, OnlyGood = form.Value.OnlyGood, Position = 0 }, "import.started", session, events, stop);
    }

    public static async Task<Page> TakeBack(Guid id, Form<Nothing> form, IDocumentSession session, IEvents events, CancellationToken stop)
    {
        if (!form.IsValid || await session.LoadAsync<SheetImport>(id, stop) is not { } import) return Page.NotFound();
        if (import.State != ImportState.Done) return Page.SeeOther(PathOf(import));
        return await GoOnAsync(import with { State = ImportState.TakingBack, Position = 0, EndedAt = null }, "import.taking_back", session, events, stop);
    }

    /// <summary>What is remembered of it goes; the people stay.</summary>
    public static async Task<Page> Drop(Guid id, Form<Nothing> form, IDocumentSession session, CancellationToken stop)
    {
        if (!form.IsValid || await session.LoadAsync<SheetImport>(id, stop) is not { } import) return Page.NotFound();
        if (import.IsWorking) return Page.SeeOther(PathOf(import));
        await BringSheet.ForgetAsync(import, session, stop);
        return await SavedAsync(Page.SeeOther(BringSheet.Path, "import.dropped"), import, session, stop);
    }

    static string PathOf(SheetImport import) => $"{BringSheet.Path}/{import.Id}";

    static async Task<Page> GoOnAsync(SheetImport import, string message, IDocumentSession session, IEvents events, CancellationToken stop)
    {
        session.Store(import);
        events.Publish(new SheetGoesOn(import.Id));
        return await SavedAsync(Page.SeeOther(PathOf(import), message), import, session, stop);
    }

    /// <summary>Who was too late by a moment sees how it is now.</summary>
    static async Task<Page> SavedAsync(Page saved, SheetImport import, IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return saved;
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(PathOf(import));
        }
    }

    static async Task<Page> ViewAsync(SheetImport import, int page, Form<ImportChoice> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        var isOver = import.State is ImportState.Done or ImportState.TakenBack;
        var parts = import.IsWorking ? [] : await session.Query<SheetPart>().Where(part => part.Import == import.Id).OrderBy(part => part.Number).ToListAsync(stop);
        var told = parts.SelectMany(part => part.Reports).Where(row => row.Notes.Count > 0 || row.Changes.Count > 0).OrderBy(row => row.Kind != RowKind.Bad).ThenBy(row => row.Number).ToList();
        var last = PageNumber.Last(told.Count, PerPage);
        if (page > last) return Page.NotFound();
        return Page.View("residents-import", new
        {
            brought = import,
            state = import.State.ToString().ToLowerInvariant(),
            counts = isOver ? import.Taken : import.Found,
            rows = told.Skip((page - 1) * PerPage).Take(PerPage).Select(row => ShownRow.Of(row, texts)).ToList(),
            told = told.Count,
            pageNumber = page,
            last,
            pagesPath = $"{PathOf(import)}?halaman=",
        }, form);
    }
}

sealed record ImportChoice([Display(Name = "import.only_good")] bool OnlyGood);

/// <summary>A row as its report tells it.</summary>
sealed record ShownRow(int Number, string Name, string Kind, IReadOnlyList<string> Notes)
{
    public static ShownRow Of(RowReport row, ITexts texts) => new(
        row.Number, row.Name, row.Kind.ToString().ToLowerInvariant(),
        [.. row.Notes.Select(note => Told(note, texts)), .. row.Changes.Where(change => change.Name != "family").Select(change => texts["import.change", texts[$"field.{change.Name}"], Shown(change.Old, texts), Shown(change.New, texts)])]);

    static string Told(ImportNote note, ITexts texts) =>
        note.Field.Length == 0 ? texts[note.Key, note.Detail] : texts["import.note", texts[note.Field == SheetColumns.CardNumber ? "import.card_number" : $"field.{note.Field}"], texts[note.Key, note.Detail]];

    static string Shown(string value, ITexts texts) => value.Length > 0 ? value : texts["import.nothing"];
}
