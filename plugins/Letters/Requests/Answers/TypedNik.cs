using System.Globalization;

namespace SmartKampung.Letters.Requests;

/// <summary>A national number of somebody whom the register need not know: what can't be one is refused, nothing else.</summary>
static class TypedNik
{
    const int Length = 16;
    const int AddedForWomen = 40;

    public static (string Value, Mistake? Mistake) Read(string typed)
    {
        var digits = string.Concat(typed.Where(letter => letter is not (' ' or '.' or '-')));
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit)) return ("", new("wrong.nik_length", digits.Length));
        return IsPossible(digits) ? (digits, null) : ("", new("wrong.nik"));
    }

    /// <summary>Region, day of birth and number are there; the century is not told.</summary>
    static bool IsPossible(string digits)
    {
        var (day, month, year) = (Part(digits, 6), Part(digits, 8), Part(digits, 10));
        if (day > AddedForWomen) day -= AddedForWomen;
        return Part(digits, 0) > 10 && digits[12..] != "0000" && month is >= 1 and <= 12 && day >= 1
            && (day <= DateTime.DaysInMonth(1900 + year, month) || day <= DateTime.DaysInMonth(2000 + year, month));
    }

    static int Part(string digits, int at) => int.Parse(digits.AsSpan(at, 2), CultureInfo.InvariantCulture);
}
