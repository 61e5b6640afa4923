using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartKampung.Letters.Issued.Registers;

/// <summary>
/// How a register writes its numbers: <c>470/{seq:000}/429.523.03/{year}</c>. Names: seq (with as many digits as zeros), year, month, roman_month, class,
/// office_code, village_code. A part of the number that comes out empty goes with its slash.
/// </summary>
static partial class NumberFormat
{
    public const string Usual = "{class}/{seq:000}/{office_code}/{year}";
    public const string UsualOfDistrict = "{class}/{seq:000}/{village_code}/{year}";

    const int Longest = 80;

    static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    static readonly string[] Names = ["seq", "year", "month", "roman_month", "class", "office_code", "village_code"];

    public static string Write(string format, int sequence, DateOnly on, string classification, Village village)
    {
        var number = Part().Replace(format, part => ValueOf(part, sequence, on, classification, village));
        return string.Join('/', number.Split('/').Where(part => part.Length > 0));
    }

    /// <summary>The key of the text that tells what is wrong with a format; null where it can be used.</summary>
    public static string? MistakeIn(string format, RegisterReset reset)
    {
        var names = Part().Matches(format).Select(part => part.Groups[1].Value).ToList();
        if (format.Length > Longest) return "register.format.long";
        if (names.Any(name => !Names.Contains(name)) || Part().Replace(format, "").AsSpan().ContainsAny('{', '}')) return "register.format.unknown";
        if (names.Count(name => name == "seq") != 1) return "register.format.no_seq";
        return reset is RegisterReset.Yearly && !names.Contains("year") ? "register.format.no_year" : null;
    }

    static string ValueOf(Match part, int sequence, DateOnly on, string classification, Village village) => part.Groups[1].Value switch
    {
        "seq" => sequence.ToString(part.Groups[2].Value.PadLeft(1, '0'), CultureInfo.InvariantCulture),
        "year" => on.Year.ToString(CultureInfo.InvariantCulture),
        "month" => on.Month.ToString("00", CultureInfo.InvariantCulture),
        "roman_month" => Roman[on.Month - 1],
        "class" => classification,
        "office_code" => village.Profile.OfficeCode,
        "village_code" => village.Code[(village.Code.LastIndexOf('.') + 1)..],
        _ => part.Value,
    };

    [GeneratedRegex(@"\{([a-z_]+)(?::(0{1,6}))?\}")]
    private static partial Regex Part();
}
