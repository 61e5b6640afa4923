using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>Values as PDF writes them.</summary>
static class PdfText
{
    /// <summary>A text in any script.</summary>
    public static string String(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Date(DateTimeOffset moment)
    {
        var offset = moment.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"(D:{moment:yyyyMMddHHmmss}{sign}{offset:hh}'{offset:mm}')");
    }

    public static DateTimeOffset? ReadDate(string? text)
    {
        if (text is null) return null;
        var plain = text.Replace("D:", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("Z", "+0000", StringComparison.Ordinal);
        string[] formats = ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss"];
        if (plain.Length == 19) plain = plain.Insert(17, ":");
        return DateTimeOffset.TryParseExact(plain, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }
}
