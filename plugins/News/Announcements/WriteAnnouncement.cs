namespace SmartKampung.News.Announcements;

/// <summary>Writing announcements by API.</summary>
static class WriteAnnouncement
{
    public static async Task<IResult> Create(
        Body<AnnouncementDraft> body, HttpContext context, IDocumentSession session, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var announcement = Of(new Announcement { Title = "", From = clock.GetUtcNow() }, body.Value, clock.GetUtcNow());
        return Wrong(announcement, texts) ?? await StoreAsync(announcement, saved => Api.Created(context, saved, AnnouncementView.Of(saved)), session, texts, stop);
    }

    public static async Task<IResult> Replace(
        Guid id, Body<AnnouncementDraft> body, HttpContext context, IDocumentSession session, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (await session.LoadAsync<Announcement>(id, stop) is not { } old) return Problem.NotFound();
        if (!Api.IsCurrent(context, old)) return Api.Stale(texts);
        var announcement = Of(old, body.Value, clock.GetUtcNow());
        return Wrong(announcement, texts) ?? await StoreAsync(announcement, saved => Api.One(context, saved, AnnouncementView.Of(saved)), session, texts, stop);
    }

    public static async Task<IResult> Delete(Guid id, HttpContext context, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Announcement>(id, stop) is not { } announcement) return Problem.NotFound();
        if (!Api.IsCurrent(context, announcement)) return Api.Stale(texts);
        session.Delete(announcement);
        return await session.SavedAsync(Results.NoContent(), texts, stop);
    }

    public static Announcement Of(Announcement announcement, AnnouncementDraft draft, DateTimeOffset now) => announcement with
    {
        Title = draft.Title.Trim(),
        Text = draft.Text?.Trim() ?? "",
        Link = draft.Link?.Trim() ?? "",
        From = draft.From ?? announcement.From,
        Until = draft.Until ?? announcement.Until,
        ChangedAt = now,
    };

    static IResult? Wrong(Announcement announcement, ITexts texts)
    {
        if (announcement.Until <= announcement.From) return Problem.Field("/until", texts["api.until"]);
        return announcement.Link.Length > 0 && !Links.IsPage(announcement.Link) ? Problem.Field("/link", texts["api.link"]) : null;
    }

    static Task<IResult> StoreAsync(
        Announcement announcement, Func<Announcement, IResult> answer, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        session.Store(announcement);
        return session.SavedAsync(answer(announcement with { Version = announcement.Version + 1 }), texts, stop);
    }
}

sealed record AnnouncementDraft : SentBack
{
    [Required, StringLength(160)]
    public string Title { get; init; } = "";

    [StringLength(1000)]
    public string? Text { get; init; }

    [StringLength(500)]
    public string? Link { get; init; }

    /// <summary>From when it is shown; now where it is missing.</summary>
    [PlausibleDate]
    public DateTimeOffset? From { get; init; }

    [Required, PlausibleDate]
    public DateTimeOffset? Until { get; init; }
}
