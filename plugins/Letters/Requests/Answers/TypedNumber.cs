using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartKampung.Letters.Requests;

/// <summary>Numbers as Indonesians type them: 1.500.000 and 2,5; money also as Rp 1,5 juta.</summary>
static partial class TypedNumber
{
    const decimal Largest = 1_000_000_000_000_000;

    public static decimal? Read(string typed) => Scale(typed, "", 1);

    public static decimal? ReadMoney(string typed)
    {
        var match = Money().Match(typed);
        if (!match.Success) return null;
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "ribu" or "rb" => 1_000,
            "juta" or "jt" => 1_000_000,
            "miliar" or "milyar" or "m" => 1_000_000_000,
            _ => 1m,
        };
        return Scale(match.Groups["number"].Value, ",-", unit) is >= 0 and var amount ? amount : null;
    }

    static decimal? Scale(string typed, string ending, decimal unit)
    {
        var text = typed.Replace(" ", "", StringComparison.Ordinal);
        if (ending.Length > 0 && text.EndsWith(ending, StringComparison.Ordinal)) text = text[..^ending.Length];
        text = Grouped().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text;
        text = text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) * unit < Largest
            ? number * unit : null;
    }

    [GeneratedRegex(@"^(rp\.?)?\s*(?<number>[0-9][0-9., ]*-?)\s*(?<unit>ribu|rb|juta|jt|miliar|milyar|m)?\s*(rupiah)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Money();

    /// <summary>Points between groups of three digits.</summary>
    [GeneratedRegex(@"^-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$")]
    private static partial Regex Grouped();
}
