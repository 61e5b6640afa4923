namespace SmartKampung.News.Agenda;

/// <summary>An agenda entry as the API takes it.</summary>
sealed record AgendaEntryDraft : SentBack
{
    [Required, StringLength(160)]
    public string Title { get; init; } = "";

    [StringLength(160)]
    public string? Place { get; init; }

    [StringLength(160)]
    public string? Organizer { get; init; }

    [StringLength(4000)]
    public string? Text { get; init; }

    [Required, PlausibleDate]
    public DateTimeOffset? Starts { get; init; }

    /// <summary>The end, or null. Of an entry that lasts whole days, any moment of its last day.</summary>
    [PlausibleDate]
    public DateTimeOffset? Ends { get; init; }

    public bool AllDay { get; init; }

    /// <summary>Made of the title once and kept; sent back with the rest.</summary>
    public string? Slug { get; init; }

    public AgendaEntry ApplyTo(AgendaEntry entry, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (starts, ends) = Span(zone, now);
        return entry with
        {
            Title = Title.Trim(),
            Place = Place?.Trim() ?? "",
            Organizer = Organizer?.Trim() ?? "",
            Text = Text?.Trim() ?? "",
            Starts = starts,
            Ends = ends,
            AllDay = AllDay,
            Over = ends ?? DayAfter(zone, starts),
            ChangedAt = now,
        };
    }

    (DateTimeOffset Starts, DateTimeOffset? Ends) Span(TimeZoneInfo zone, DateTimeOffset now)
    {
        var starts = Starts ?? now;
        return AllDay ? (zone.StartOf(zone.DayOf(starts)), LastMidnight(zone, starts)) : (starts, Ends);
    }

    // What was shown with an end at midnight comes back with it: that midnight belongs to the day before.
    DateTimeOffset LastMidnight(TimeZoneInfo zone, DateTimeOffset starts) =>
        DayAfter(zone, Ends is { } ends && ends > starts ? ends.AddTicks(-1) : Ends ?? starts);

    static DateTimeOffset DayAfter(TimeZoneInfo zone, DateTimeOffset moment) => zone.StartOf(zone.DayOf(moment).AddDays(1));
}
