using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The hours of a day as people type them: 07.30-11.30, 13.00-15.00.</summary>
static partial class DayHours
{
    const int MostSpans = 4;

    static readonly string[] Forms = ["H.mm", "%H"];

    public static string Write(IEnumerable<OpeningHours> spans) => string.Join(", ", spans.OrderBy(span => span.Opens)
        .Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Opens:HH.mm}-{span.Closes:HH.mm}")));

    /// <returns>The spans in order, none for an empty text, or null where it can't be read or one does not end before the next begins.</returns>
    public static IReadOnlyList<OpeningHours>? Read(DayOfWeek day, string text)
    {
        if (text.Trim().Length == 0) return [];
        var read = text.Split([',', ';'], MostSpans + 1).Select(part => Span(day, part)).ToList();
        if (read.Count > MostSpans || read.Any(span => span is null)) return null;
        var spans = read.OfType<OpeningHours>().OrderBy(span => span.Opens).ToList();
        return spans.Zip(spans.Skip(1)).All(pair => pair.First.Closes <= pair.Second.Opens) ? spans : null;
    }

    static OpeningHours? Span(DayOfWeek day, string text) =>
        Between().Match(text) is { Success: true } found && Time(found.Groups["opens"].Value) is { } opens && Time(found.Groups["closes"].Value) is { } closes && opens < closes
            ? new(day, opens, closes)
            : null;

    static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Replace(':', '.'), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^\s*(?<opens>\d{1,2}([.:]\d{2})?)\s*(-|–|—|sampai|s/d|s\.d\.|to|until)\s*(?<closes>\d{1,2}([.:]\d{2})?)\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
