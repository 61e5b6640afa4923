namespace SmartKampung.News.Agenda;

/// <summary>An agenda entry as templates show it, with its days by the village's calendar.</summary>
sealed record AgendaItem(AgendaEntry Entry, DateTimeOffset Starts, DateTimeOffset? LastDay, bool Today, bool SeveralDays)
{
    public static AgendaItem Of(AgendaEntry entry, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (first, last, today) = (zone.DayOf(entry.Starts), zone.DayOf(LastMoment(entry)), zone.DayOf(now));
        return new(entry, entry.Starts, entry.Ends is null ? null : zone.StartOf(last), first <= today && today <= last, last > first);
    }

    // An end at midnight belongs to the day before.
    static DateTimeOffset LastMoment(AgendaEntry entry) =>
        entry.Ends is { } ends && ends > entry.Starts ? ends.AddTicks(-1) : entry.Starts;
}
