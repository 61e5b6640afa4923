using System.Globalization;
using System.Text.RegularExpressions;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests;

/// <summary>Reads what people type into the form that answers are kept in.</summary>
static partial class TypedAnswer
{
    const int LongestLine = 200;
    const int LongestText = 2000;

    /// <returns>The answer, or what is wrong with it.</returns>
    public static (string Value, Mistake? Mistake) Read(Question question, string typed)
    {
        typed = Clean(typed, question.Kind == FieldKind.Multiline);
        if (typed.Length == 0) return ("", question.IsRequired ? new("wrong.missing") : null);
        return question.Kind switch
        {
            FieldKind.Date => Found(TypedDay.Read(typed), "wrong.date"),
            FieldKind.Time => Found(Time(typed), "wrong.time"),
            FieldKind.Number => Amount(question, TypedNumber.Read(typed), "wrong.number"),
            FieldKind.Money => Amount(question, TypedNumber.ReadMoney(typed), "wrong.money"),
            FieldKind.Choice => Found(question.Options.FirstOrDefault(option => option.Value == typed)?.Value, "wrong.choice"),
            FieldKind.YesNo => Found(typed is "yes" or "no" ? typed : null, "wrong.choice"),
            FieldKind.Nik => TypedNik.Read(typed),
            FieldKind.Phone => Found(Phone(typed), "wrong.phone"),
            _ => Text(question, typed),
        };
    }

    static (string, Mistake?) Found(string? value, string mistake) => value is null ? ("", new(mistake)) : (value, null);

    static (string, Mistake?) Amount(Question question, decimal? number, string mistake)
    {
        if (number is not { } value) return ("", new(mistake));
        if (value < question.Min) return ("", new("wrong.least", question.Min));
        if (value > question.Max) return ("", new("wrong.most", question.Max));
        return (value.ToString("G29", CultureInfo.InvariantCulture), null);
    }

    static (string, Mistake?) Text(Question question, string typed)
    {
        var longest = question.Max is { } max ? (int)Math.Min(max, LongestText) : question.Kind == FieldKind.Multiline ? LongestText : LongestLine;
        if (typed.Length > longest) return ("", new("wrong.long", longest, typed.Length));
        return typed.Length < question.Min ? ("", new("wrong.short", question.Min)) : (typed, null);
    }

    static string? Time(string typed) =>
        TimeOnly.TryParseExact(typed.Replace('.', ':'), ["H:mm", "HH:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : null;

    static string? Phone(string typed)
    {
        var digits = NotDigits().Replace(typed, "");
        if (!PhoneCharacters().IsMatch(typed) || digits.Length is < 8 or > 15) return null;
        return digits.StartsWith('0') ? "+62" + digits[1..] : digits.StartsWith("62", StringComparison.Ordinal) || typed.StartsWith('+') ? "+" + digits : null;
    }

    /// <summary>Without what can't be printed; spaces as one.</summary>
    static string Clean(string typed, bool isMultiline)
    {
        var printable = string.Concat(typed.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !(char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF')));
        return isMultiline ? printable.Trim() : Spaces().Replace(printable, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^0-9]")]
    private static partial Regex NotDigits();

    [GeneratedRegex(@"^[0-9 ()+.\-]+$")]
    private static partial Regex PhoneCharacters();
}

/// <summary>What is wrong with an answer: the key of a text, and what it names.</summary>
sealed record Mistake(string Key, params object?[] Arguments)
{
    public string In(ITexts texts) => texts[Key, Arguments];
}
