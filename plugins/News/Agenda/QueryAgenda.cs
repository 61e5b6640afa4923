namespace SmartKampung.News.Agenda;

/// <summary>Reading the calendar by API, what comes last first.</summary>
static class QueryAgenda
{
    public static Task<IResult> List(int? page, IDocumentSession session, IAddresses addresses, CancellationToken stop) =>
        Api.PageAsync(session.Query<AgendaEntry>().OrderByDescending(e => e.Over), page, entry => AgendaEntryView.Of(entry, addresses), stop);

    public static async Task<IResult> One(Guid id, HttpContext context, IDocumentSession session, IAddresses addresses, CancellationToken stop) =>
        await session.LoadAsync<AgendaEntry>(id, stop) is { } entry ? Api.One(context, entry, AgendaEntryView.Of(entry, addresses)) : Problem.NotFound();
}

sealed record AgendaEntryView(
    Guid Id, int Version, string Address, string Slug, string Title, string Place, string Organizer, string Text,
    DateTimeOffset Starts, DateTimeOffset? Ends, bool AllDay, DateTimeOffset ChangedAt)
{
    public static AgendaEntryView Of(AgendaEntry entry, IAddresses addresses) => new(
        entry.Id, entry.Version, addresses.Absolute(entry.Path).AbsoluteUri, entry.Slug, entry.Title, entry.Place, entry.Organizer, entry.Text,
        entry.Starts, entry.Ends, entry.AllDay, entry.ChangedAt);
}
