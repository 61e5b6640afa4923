using System.Globalization;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Issued.Papers;

/// <summary>Answers as a body reads them: each by the kind of its field.</summary>
static class AnswersOf
{
    public static Dictionary<string, object?> Read(LetterType type, IReadOnlyList<Answer> answers)
    {
        var typed = answers.GroupBy(answer => answer.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        return type.Fields.ToDictionary(field => field.Key, field => field.Kind is FieldKind.Group ? Rows(field, typed) : ValueOf(field.Kind, typed.GetValueOrDefault(field.Key, "")));
    }

    static List<Dictionary<string, object?>> Rows(LetterField group, Dictionary<string, string> typed)
    {
        var rows = typed.Keys.Select(key => RowOf(group.Key, key)).OfType<int>().Distinct().Order();
        return [.. rows.Select(row => group.Fields.ToDictionary(field => field.Key, field => ValueOf(field.Kind, typed.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{group.Key}.{row}.{field.Key}"), ""))))];
    }

    static int? RowOf(string group, string key)
    {
        var parts = key.Split('.');
        return parts.Length == 3 && parts[0] == group && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
    }

    static object? ValueOf(FieldKind kind, string value) => kind switch
    {
        _ when value.Length == 0 => null,
        FieldKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : value,
        FieldKind.Time => TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out var time) ? time : value,
        FieldKind.Number or FieldKind.Money => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : value,
        FieldKind.YesNo => value == "yes",
        _ => value,
    };
}
