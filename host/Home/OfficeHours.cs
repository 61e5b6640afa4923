namespace SmartKampung.Host.Home;

/// <summary>The office's week, seen at a moment of the village's clock.</summary>
sealed class OfficeHours(IReadOnlyList<OpeningHours> hours, DateTimeOffset now)
{
    const int DaysInWeek = 7;

    readonly TimeOnly time = TimeOnly.FromTimeSpan(now.TimeOfDay);

    /// <summary>The span that the office is open in now, or null while it is closed.</summary>
    public OpeningHours? Current => hours.FirstOrDefault(span => span.Day == now.DayOfWeek && span.Opens <= time && time < span.Closes);

    /// <summary>When the office opens next, or null when it never does.</summary>
    public NextOpening? Next => hours.Select(span => new NextOpening(DaysUntil(span), span)).OrderBy(next => next.Days).ThenBy(next => next.Span.Opens).FirstOrDefault();

    /// <summary>The week from Monday; days in a row with the same hours are told together.</summary>
    public IReadOnlyList<OfficeDays> Week()
    {
        var week = new List<OfficeDays>();
        foreach (var day in Enumerable.Range(1, DaysInWeek).Select(number => (DayOfWeek)(number % DaysInWeek)))
        {
            var spans = SpansOf(day);
            if (week is [.., var last] && last.Spans.SequenceEqual(spans)) week[^1] = last with { Last = day, IsToday = last.IsToday || IsToday(day) };
            else week.Add(new(day, day, spans, IsToday(day)));
        }

        return week;
    }

    bool IsToday(DayOfWeek day) => day == now.DayOfWeek;

    List<(TimeOnly Opens, TimeOnly Closes)> SpansOf(DayOfWeek day) =>
        [.. hours.Where(span => span.Day == day).OrderBy(span => span.Opens).Select(span => (span.Opens, span.Closes))];

    int DaysUntil(OpeningHours span)
    {
        var days = ((int)span.Day - (int)now.DayOfWeek + DaysInWeek) % DaysInWeek;
        return days == 0 && span.Opens <= time ? DaysInWeek : days;
    }
}

/// <summary>The next time that the office opens.</summary>
/// <param name="Days">How many days from today.</param>
/// <param name="Span">The span that it is then open in.</param>
sealed record NextOpening(int Days, OpeningHours Span);

/// <summary>Days in a row with the same hours.</summary>
sealed record OfficeDays(DayOfWeek First, DayOfWeek Last, IReadOnlyList<(TimeOnly Opens, TimeOnly Closes)> Spans, bool IsToday);
