namespace SmartKampung.News.Import;

/// <summary>Shows what an export holds, takes it, and shows how far that is.</summary>
static class RunImport
{
    public static async Task<Page> Show(Guid id, IDocumentSession session, CancellationToken stop) =>
        await session.LoadAsync<WordPressImport>(id, stop) is { } import ? View(import, Form.Of(ImportChoices.Of(import))) : Page.NotFound();

    public static async Task<Page> Start(Guid id, Form<ImportChoices> form, IDocumentSession session, IEvents events, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<WordPressImport>(id, stop) is not { } import) return Page.NotFound();
        if (import.State is not (ImportState.Checked or ImportState.Stopped or ImportState.Paused)) return Page.SeeOther(PathOf(import));
        if (await session.Query<WordPressImport>().Where(other => other.State == ImportState.Running).AnyAsync(stop)) form.AddError("", texts["import.other_runs"]);
        if (!form.IsValid) return View(import, form);
        session.Store(Chosen(import, form.Value) with { State = ImportState.Running });
        events.Publish(new ImportGoesOn(import.Id));
        return await SavedAsync(import, "import.started", session, stop);
    }

    /// <summary>What was taken stays; it can go on later.</summary>
    public static async Task<Page> Stop(Guid id, Form<Nothing> form, IDocumentSession session, CancellationToken stop)
    {
        if (!form.IsValid || await session.LoadAsync<WordPressImport>(id, stop) is not { } import) return Page.NotFound();
        if (import.State != ImportState.Running) return Page.SeeOther(PathOf(import));
        session.Store(import with { State = ImportState.Stopped });
        return await SavedAsync(import, "import.stopped", session, stop);
    }

    /// <summary>The file goes, and what is remembered of it; articles stay.</summary>
    public static async Task<Page> Drop(Guid id, Form<Nothing> form, IDocumentSession session, IWaitingFiles waiting, CancellationToken stop)
    {
        if (!form.IsValid || await session.LoadAsync<WordPressImport>(id, stop) is not { } import) return Page.NotFound();
        if (import.State == ImportState.Running) return Page.SeeOther(PathOf(import));
        session.Delete(import);
        var saved = await session.SavedPageAsync(Page.SeeOther(BringExport.Path, message: "import.dropped"), () => Task.FromResult(Page.SeeOther(PathOf(import))), stop);
        waiting.Remove(import.Upload);
        return saved;
    }

    static string PathOf(WordPressImport import) => $"{BringExport.Path}/{import.Id}";

    /// <summary>What stands done was chosen with other choices; it is looked at once more, and what is there is left alone.</summary>
    static WordPressImport Chosen(WordPressImport import, ImportChoices choices) =>
        (import.WithPages, import.FromSite) == (choices.WithPages, choices.FromSite)
            ? import
            : import with { WithPages = choices.WithPages, FromSite = choices.FromSite, Run = Guid.NewGuid(), Position = 0, Written = 0, Present = 0, Failed = 0, Pictures = 0, Problems = [], ProblemCount = 0 };

    static Task<Page> SavedAsync(WordPressImport import, string message, IDocumentSession session, CancellationToken stop) =>
        session.SavedPageAsync(Page.SeeOther(PathOf(import), message), () => Task.FromResult(Page.SeeOther(PathOf(import))), stop);

    static Page View(WordPressImport import, Form<ImportChoices> form) =>
        Page.View("news-import", new { brought = import, state = import.State.ToString().ToLowerInvariant(), is_halted = import.State is ImportState.Stopped or ImportState.Paused, more = import.ProblemCount - import.Problems.Count }, form);
}

/// <summary>What is taken of an export.</summary>
sealed record ImportChoices
{
    [Display(Name = "import.with_pages")]
    public bool WithPages { get; init; }

    [Display(Name = "import.from_site")]
    public bool FromSite { get; init; }

    public static ImportChoices Of(WordPressImport import) =>
        new() { WithPages = import.WithPages, FromSite = import.State == ImportState.Checked ? import.Found.PicturesInFile < import.Found.Pictures : import.FromSite };
}
