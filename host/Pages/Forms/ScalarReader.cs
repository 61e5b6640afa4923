using System.Globalization;
using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Reads a value as people type it: 1.234,5 and 24/11/2026, or 1,234.5 in English, and as browsers send it: 2026-11-24.</summary>
/// <param name="language">The reader's language.</param>
/// <param name="zone">The village's clock.</param>
sealed partial class ScalarReader(string language, TimeZoneInfo zone)
{
    static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    static readonly string[] TimeForms = ["H:mm", "H.mm", "H:mm:ss", "h:mm tt", "h.mm tt"];
    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static bool CanRead(Type type) => type.IsEnum || MistakeOf(type) is not null || type == typeof(string) || type == typeof(bool) || type == typeof(Guid);

    /// <summary>The key of what to say when the text is no such value.</summary>
    public static string? MistakeOf(Type type)
    {
        if (type.IsEnum || type == typeof(Guid)) return "validation.choice";
        if (type == typeof(int) || type == typeof(long)) return "validation.number";
        if (type == typeof(decimal) || type == typeof(double)) return "validation.decimal";
        if (type == typeof(DateOnly)) return "validation.date";
        if (type == typeof(TimeOnly)) return "validation.time";
        return type == typeof(DateTimeOffset) ? "validation.moment" : null;
    }

    /// <returns>The value, or null where the text is not one.</returns>
    public object? Read(string text, Type type)
    {
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return text is "true" or "on" or "1";
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? id : null;
        if (type == typeof(DateOnly)) return Day(text);
        if (type == typeof(TimeOnly)) return Time(text);
        if (type == typeof(DateTimeOffset)) return Moment(text);
        return type.IsEnum ? Choice(text, type) : Number(text, type);
    }

    static object? Choice(string text, Type type) =>
        Enum.GetNames(type).FirstOrDefault(name => name == text || StandardMemberRenamer.Rename(name) == text) is { } found ? Enum.Parse(type, found) : null;

    object? Number(string text, Type type)
    {
        if (!decimal.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant, out var number)) return null;
        return Fitting(number, type);
    }

    static object? Fitting(decimal number, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => IsWhole(number) && number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : null,
        TypeCode.Int64 => IsWhole(number) && number is >= long.MinValue and <= long.MaxValue ? (object)(long)number : null,
        TypeCode.Double => (object)(double)number,
        _ => (object)number,
    };

    static bool IsWhole(decimal number) => number == decimal.Truncate(number);

    /// <summary>The number with a point before its decimals and nothing between its thousands.</summary>
    string Plain(string text)
    {
        var number = text.Replace("Rp", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal);
        var (group, point) = language == "en" ? (',', '.') : ('.', ',');
        if (number.Contains(point) || (group == '.' ? DotGroups() : CommaGroups()).IsMatch(number))
            return number.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(point, '.');
        return number.Replace(',', '.');
    }

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), DayForms, Invariant, DateTimeStyles.None, out var day) ? day : null;

    static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text.Trim(), TimeForms, Invariant, DateTimeStyles.None, out var time) ? time : null;

    DateTimeOffset? Moment(string text)
    {
        var parts = text.Trim().Split(['T', ' '], 2, StringSplitOptions.TrimEntries);
        if (Day(parts[0]) is not { } day || Time(parts.Length > 1 ? parts[1].TrimEnd('Z') : "0:00") is not { } time) return null;
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+$")]
    private static partial Regex DotGroups();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+$")]
    private static partial Regex CommaGroups();
}
