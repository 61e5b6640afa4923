namespace SmartKampung.News.Agenda;

/// <summary>The village's calendar in the console: what comes last first.</summary>
static class EditAgenda
{
    const string Path = "/kelola/news/agenda";
    const string New = "baru";
    const int PerPage = 20;

    public static async Task<Page> List(string? halaman, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var all = session.Query<AgendaEntry>().OrderByDescending(e => e.Over);
        var (page, last) = (PageNumber.Of(halaman), PageNumber.Last(await all.CountAsync(stop), PerPage));
        if (page > last) return Page.NotFound();
        var rows = await all.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Page.View("agenda-manage", new { rows = rows.Select(row => new ManagedEntry(AgendaItem.Of(row, now, village.TimeZone), row.Over <= now)).ToList(), pageNumber = page, last });
    }

    public static async Task<Page> Show(string at, IDocumentSession session, Village village, CancellationToken stop)
    {
        if (at == New) return View(at, null, Form.Empty<AgendaForm>());
        return await FindAsync(at, session, stop) is { } present ? View(at, present, Form.Of(AgendaForm.Of(present, village.TimeZone))) : Page.NotFound();
    }

    public static async Task<Page> Save(
        string at, Form<AgendaForm> form, IDocumentSession session, Village village, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var present = await FindAsync(at, session, stop);
        if (present is null && at != New) return Page.NotFound();
        if (form.IsValid && form.Value.Day is { Year: < 1900 or > 2998 }) form.AddError("day", texts["agenda_form.day_wrong"]);
        if (!form.IsValid) return View(at, present, form);
        var typed = form.Value;
        var entry = typed.ToDraft(village.TimeZone).ApplyTo(present ?? new AgendaEntry { Title = "", Slug = "" }, village.TimeZone, clock.GetUtcNow());
        if (entry.Ends < entry.Starts) form.AddError("last_day", texts["api.ends"]);
        if ((present?.Version ?? 0) != typed.Version) form.AddError("", texts["stale.other"]);
        return form.IsValid ? await StoreAsync(at, entry, form, session, texts, stop) : View(at, present, form);
    }

    public static async Task<Page> Remove(string at, Form<SeenVersion> form, IDocumentSession session, CancellationToken stop)
    {
        if (await FindAsync(at, session, stop) is not { } present) return Page.NotFound();
        if (!form.IsValid || form.Value.Version != present.Version) return Page.SeeOther(Path, message: "article.changed");
        session.Delete(present);
        return await session.SavedPageAsync(Page.SeeOther(Path, message: "agenda_form.removed"), () => Task.FromResult(Page.SeeOther(Path, message: "article.changed")), stop);
    }

    static async Task<Page> StoreAsync(string at, AgendaEntry entry, Form form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        try
        {
            await session.SaveUnderFreeSlugAsync(
                () => entry.Slug.Length > 0 ? Task.FromResult(entry.Slug) : WriteAgendaEntry.FreeSlugAsync(session, entry.Title, stop), slug => entry with { Slug = slug }, stop);
            return Page.SeeOther(Path, message: "article.saved");
        }
        catch (ConcurrencyException)
        {
            form.AddError("", texts["stale.other"]);
            return View(at, await FindAsync(at, session, stop), form);
        }
    }

    static Page View(string at, AgendaEntry? present, Form form) => Page.View("agenda-edit", new { at, version = present?.Version ?? 0 }, form);

    static async Task<AgendaEntry?> FindAsync(string at, IDocumentSession session, CancellationToken stop) =>
        Guid.TryParse(at, out var id) ? await session.LoadAsync<AgendaEntry>(id, stop) : null;
}

sealed record ManagedEntry(AgendaItem Item, bool IsOver);
