namespace SmartKampung.News.Announcements;

/// <summary>Announcements in the console: those that are shown or will be, and those that are over.</summary>
static class EditAnnouncement
{
    const string Path = "/kelola/news/pengumuman";
    const string New = "baru";
    const int PerPage = 20;

    public static async Task<Page> List(string? halaman, IDocumentSession session, TimeProvider clock, CancellationToken stop)
    {
        var all = session.Query<Announcement>().OrderByDescending(a => a.Until);
        var (page, last) = (PageNumber.Of(halaman), PageNumber.Last(await all.CountAsync(stop), PerPage));
        if (page > last) return Page.NotFound();
        var rows = await all.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Page.View("announcement-manage", new { rows = rows.Select(row => new ManagedAnnouncement(row, StateOf(row, clock.GetUtcNow()))).ToList(), pageNumber = page, last });
    }

    public static async Task<Page> Show(string at, IDocumentSession session, CancellationToken stop)
    {
        if (at == New) return View(at, null, Form.Empty<AnnouncementForm>());
        return await FindAsync(at, session, stop) is { } present ? View(at, present, Form.Of(AnnouncementForm.Of(present))) : Page.NotFound();
    }

    public static async Task<Page> Save(string at, Form<AnnouncementForm> form, IDocumentSession session, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var present = await FindAsync(at, session, stop);
        if (present is null && at != New) return Page.NotFound();
        if (!form.IsValid) return View(at, present, form);
        var typed = form.Value;
        var announcement = WriteAnnouncement.Of(present ?? new Announcement { Title = "", From = clock.GetUtcNow() }, typed.ToDraft(), clock.GetUtcNow());
        if (announcement.Until <= announcement.From) form.AddError("until", texts["api.until"]);
        if (announcement.Link.Length > 0 && !Links.IsPage(announcement.Link)) form.AddError("link", texts["api.link"]);
        if ((present?.Version ?? 0) != typed.Version) Tell(form, typed, present, texts);
        if (!form.IsValid) return View(at, present, form);
        session.Store(announcement);
        return await session.SavedPageAsync(Page.SeeOther(Path, message: "article.saved"), async () =>
        {
            var saved = await FindAsync(at, session, stop);
            Tell(form, typed, saved, texts);
            return View(at, saved, form);
        }, stop);
    }

    public static async Task<Page> Remove(string at, Form<SeenVersion> form, IDocumentSession session, CancellationToken stop)
    {
        if (await FindAsync(at, session, stop) is not { } present) return Page.NotFound();
        if (!form.IsValid || form.Value.Version != present.Version) return Page.SeeOther(Path, message: "article.changed");
        session.Delete(present);
        return await session.SavedPageAsync(Page.SeeOther(Path, message: "announcement.removed"), () => Task.FromResult(Page.SeeOther(Path, message: "article.changed")), stop);
    }

    /// <summary>What was typed stays in the fields, what somebody else saved stands beside them.</summary>
    static void Tell(Form form, AnnouncementForm typed, Announcement? present, ITexts texts)
    {
        form.AddError("", texts["stale.other"]);
        if (present is null) return;
        if (present.Title != typed.Title) form.AddError("title", texts["stale.field", present.Title]);
        if (present.Text != typed.Text.ReplaceLineEndings("\n").Trim()) form.AddError("text", texts["stale.field", present.Text]);
    }

    static Page View(string at, Announcement? present, Form form) => Page.View("announcement-edit", new { at, version = present?.Version ?? 0 }, form);

    static async Task<Announcement?> FindAsync(string at, IDocumentSession session, CancellationToken stop) =>
        Guid.TryParse(at, out var id) ? await session.LoadAsync<Announcement>(id, stop) : null;

    static string StateOf(Announcement announcement, DateTimeOffset now) =>
        announcement.Until <= now ? "announcement.over" : announcement.From > now ? "state.scheduled" : "announcement.shown";
}

sealed record ManagedAnnouncement(Announcement Announcement, string State);
