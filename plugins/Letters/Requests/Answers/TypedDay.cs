using System.Globalization;

namespace SmartKampung.Letters.Requests;

/// <summary>Days as they are typed: 17-8-1990, 17/8/1990, 17.08.1990, 17 Agustus 1990, or as browsers send them.</summary>
static class TypedDay
{
    static readonly string[] Months =
    [
        "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <returns>As 1990-08-17, or null where it is no day between 1900 and 2100.</returns>
    public static string? Read(string typed)
    {
        var parts = typed.Split(['-', '/', '.', ' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3) return null;
        if (parts[0].Length == 4) (parts[0], parts[2]) = (parts[2], parts[0]);
        if (Number(parts[0]) is not { } day || Month(parts[1]) is not { } month || parts[2].Length != 4 || Number(parts[2]) is not { } year) return null;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    static int? Month(string typed)
    {
        if (Number(typed) is { } number) return number;
        var name = typed.ToLowerInvariant();
        var found = name.Length < 3 ? -1 : Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.Ordinal));
        return found < 0 ? null : found % 12 + 1;
    }

    static int? Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
