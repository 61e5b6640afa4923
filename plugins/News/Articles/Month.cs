using System.Globalization;

namespace SmartKampung.News.Articles;

/// <summary>A month of the village's calendar, in addresses written as 2026-11.</summary>
readonly record struct Month(int Year, int Number)
{
    public static Month? Parse(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000
            ? new Month(day.Year, day.Month)
            : null;

    public static Month Of(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return new(local.Year, local.Month);
    }

    public Month Previous => Number == 1 ? new(Year - 1, 12) : this with { Number = Number - 1 };

    /// <summary>Its first moment and the first one after it.</summary>
    public (DateTimeOffset From, DateTimeOffset To) In(TimeZoneInfo zone)
    {
        var first = new DateOnly(Year, Number, 1);
        return (zone.StartOf(first), zone.StartOf(first.AddMonths(1)));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
