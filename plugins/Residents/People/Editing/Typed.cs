namespace SmartKampung.Residents.People;

/// <summary>Texts as people type them, in the one spelling that the register keeps.</summary>
static class Typed
{
    const string CountryCode = "+62";
    const int ShortestPhone = 8;
    const int LongestPhone = 15;

    /// <summary>Without blanks around and with one between words.</summary>
    public static string Line(string typed) => string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number of an identity or family card without what is written between its digits; null where nothing was typed.</summary>
    public static string? Number(string typed) =>
        string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-'))) is { Length: > 0 } number ? number : null;

    /// <summary>A telephone number as +62…, empty where nothing was typed, null where it is none.</summary>
    public static string? Phone(string typed)
    {
        var number = string.Concat(typed.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
        if (number.Length == 0) return typed.Trim().Length == 0 ? "" : null;
        var full = number[0] == '+' ? number : number[0] == '0' ? CountryCode + number[1..] : number.StartsWith("62", StringComparison.Ordinal) ? "+" + number : CountryCode + number;
        return full.Length is >= ShortestPhone and <= LongestPhone && full.LastIndexOf('+') == 0 ? full : null;
    }

    /// <summary>A place by the key of its unit.</summary>
    public static Territory? Place(string key) =>
        key.Split('/') is [var hamlet, var rw, var rt] && key.Length > 2 ? new(Part(hamlet), Part(rw), Part(rt)) : null;

    static string? Part(string part) => part.Length > 0 ? part : null;
}
