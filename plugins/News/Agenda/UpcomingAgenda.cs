namespace SmartKampung.News.Agenda;

static class UpcomingAgenda
{
    public static IDocumentQuery<AgendaEntry> UpcomingAgendaAt(this IDocumentSession session, DateTimeOffset now) =>
        session.Query<AgendaEntry>().Where(e => e.Over > now).OrderBy(e => e.Starts);

    public static IDocumentQuery<AgendaEntry> PastAgendaAt(this IDocumentSession session, DateTimeOffset now) =>
        session.Query<AgendaEntry>().Where(e => e.Over <= now).OrderByDescending(e => e.Over);
}
