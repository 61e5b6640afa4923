namespace SmartKampung.Letters.Office;

/// <summary>The hours in which an office works, on the village's clock: what is promised and when a step is late is counted in them.</summary>
sealed class WorkingHours
{
    /// <summary>Those of a village that tells none.</summary>
    public static IReadOnlyList<OpeningHours> Usual { get; } =
    [
        .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday }.Select(day => new OpeningHours(day, new(8, 0), new(15, 30))),
        new(DayOfWeek.Friday, new(8, 0), new(11, 30)),
    ];

    readonly ILookup<DayOfWeek, OpeningHours> open;
    readonly HashSet<DateOnly> closed;
    readonly TimeZoneInfo zone;

    /// <param name="opening">From when to when it works on the days of the week; <see cref="Usual"/> where that is never.</param>
    /// <param name="closed">Days on which it does not, whatever day of the week they are.</param>
    /// <param name="zone">The village's clock.</param>
    public WorkingHours(IEnumerable<OpeningHours> opening, IEnumerable<DateOnly> closed, TimeZoneInfo zone)
    {
        var told = opening.Where(span => span.Opens < span.Closes).ToList();
        open = (told.Count > 0 ? told : Usual).GroupBy(span => span.Day).SelectMany(Joined).ToLookup(span => span.Day);
        this.closed = [.. closed];
        this.zone = zone;
    }

    /// <summary>The moment at which so much has been worked since another.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan work)
    {
        if (work <= TimeSpan.Zero) return from;
        using var spans = Since(Local(from)).GetEnumerator();
        while (spans.MoveNext() && work > spans.Current.End - spans.Current.Begin) work -= spans.Current.End - spans.Current.Begin;
        return Moment(spans.Current.Begin + work);
    }

    /// <inheritdoc cref="After(DateTimeOffset, TimeSpan)"/>
    public DateTimeOffset After(DateTimeOffset from, int hours) => After(from, TimeSpan.FromHours(hours));

    /// <summary>How long was worked between two moments.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var end = Local(until);
        return Since(Local(from)).TakeWhile(span => span.Begin < end).Aggregate(TimeSpan.Zero, (work, span) => work + ((span.End < end ? span.End : end) - span.Begin));
    }

    /// <summary>What is worked from a moment on, without end.</summary>
    IEnumerable<(DateTime Begin, DateTime End)> Since(DateTime from)
    {
        for (var day = DateOnly.FromDateTime(from); ; day = day.AddDays(1))
            foreach (var span in closed.Contains(day) ? [] : open[day.DayOfWeek])
                if (day.ToDateTime(span.Closes) is var end && end > from)
                    yield return (day.ToDateTime(span.Opens) is var begin && begin > from ? begin : from, end);
    }

    /// <summary>The spans of a day in order, those that overlap as one.</summary>
    static List<OpeningHours> Joined(IEnumerable<OpeningHours> day)
    {
        var joined = new List<OpeningHours>();
        foreach (var span in day.OrderBy(span => span.Opens))
            if (joined.Count == 0 || joined[^1].Closes < span.Opens) joined.Add(span);
            else if (joined[^1].Closes < span.Closes) joined[^1] = joined[^1] with { Closes = span.Closes };
        return joined;
    }

    DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    DateTimeOffset Moment(DateTime local) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
