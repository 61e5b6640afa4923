namespace SmartKampung.News.Agenda;

/// <summary>Writing the calendar by API.</summary>
static class WriteAgendaEntry
{
    public static async Task<IResult> Create(
        Body<AgendaEntryDraft> body, HttpContext context, IDocumentSession session, Village village, IAddresses addresses, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var entry = body.Value.ApplyTo(new AgendaEntry { Title = "", Slug = "" }, village.TimeZone, clock.GetUtcNow());
        if (Wrong(entry, texts) is { } wrong) return wrong;
        var saved = await session.SaveUnderFreeSlugAsync(() => FreeSlugAsync(session, entry.Title, stop), slug => entry with { Slug = slug }, stop);
        return Api.Created(context, saved, AgendaEntryView.Of(saved, addresses));
    }

    public static async Task<IResult> Replace(
        Guid id, Body<AgendaEntryDraft> body, HttpContext context, IDocumentSession session, Village village, IAddresses addresses, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (await session.LoadAsync<AgendaEntry>(id, stop) is not { } old) return Problem.NotFound();
        if (!Api.IsCurrent(context, old)) return Api.Stale(texts);
        var entry = body.Value.ApplyTo(old, village.TimeZone, clock.GetUtcNow());
        if (Wrong(entry, texts) is { } wrong) return wrong;
        session.Store(entry);
        var saved = entry with { Version = entry.Version + 1 };
        return await session.SavedAsync(Api.One(context, saved, AgendaEntryView.Of(saved, addresses)), texts, stop);
    }

    public static async Task<IResult> Delete(Guid id, HttpContext context, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<AgendaEntry>(id, stop) is not { } entry) return Problem.NotFound();
        if (!Api.IsCurrent(context, entry)) return Api.Stale(texts);
        session.Delete(entry);
        return await session.SavedAsync(Results.NoContent(), texts, stop);
    }

    static IResult? Wrong(AgendaEntry entry, ITexts texts) =>
        entry.Ends is { } ends && ends < entry.Starts ? Problem.Field("/ends", texts["api.ends"]) : null;

    public static async Task<string> FreeSlugAsync(IDocumentSession session, string title, CancellationToken stop)
    {
        var wish = Slug.Of(title) is { Length: > 0 } slug ? slug : "agenda";
        var similar = await session.Query<AgendaEntry>().Where(e => e.Slug.StartsWith(wish, StringComparison.Ordinal)).ToListAsync(stop);
        return Slug.Free(wish, similar.Select(e => e.Slug).ToHashSet());
    }
}
