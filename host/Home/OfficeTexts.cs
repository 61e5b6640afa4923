using System.Globalization;

namespace SmartKampung.Host.Home;

/// <summary>Says the office's hours in words.</summary>
sealed class OfficeTexts(ITexts texts)
{
    public string State(OfficeHours hours) => texts[hours.Current is null ? "hours.closed_now" : "hours.open_now"];

    /// <summary>Until when the office is open, or when it opens; empty when it never does.</summary>
    public string Until(OfficeHours hours) => hours switch
    {
        { Current: { } span } => texts["hours.until", Time(span.Closes)],
        { Next: { Days: 0 } next } => texts["hours.opens_today", Time(next.Span.Opens)],
        { Next: { Days: 1 } next } => texts["hours.opens_tomorrow", Time(next.Span.Opens)],
        { Next: { } next } => texts["hours.opens_on", Day(next.Span.Day), Time(next.Span.Opens)],
        _ => "",
    };

    public string Days(OfficeDays days) => ((days.Last - days.First + 7) % 7) switch
    {
        0 => Day(days.First),
        1 => texts["hours.pair", Day(days.First), Day(days.Last)],
        _ => texts["hours.days", Day(days.First), Day(days.Last)],
    };

    public string Times(OfficeDays days) => days.Spans.Count == 0
        ? texts["hours.closed"]
        : string.Join(", ", days.Spans.Select(span => texts["hours.times", Time(span.Opens), Time(span.Closes)]));

    string Day(DayOfWeek day) => texts[$"day.{(int)day}"];

    string Time(TimeOnly time) => texts.Language == "en"
        ? time.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant()
        : time.ToString("HH.mm", CultureInfo.InvariantCulture);
}
