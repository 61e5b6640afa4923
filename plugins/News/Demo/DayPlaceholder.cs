using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartKampung.News.Demo;

/// <summary>Writes days into demo texts: [[+3]] is three days after the text's own, as "Rabu, 25 November 2026".</summary>
static partial class DayPlaceholder
{
    static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string Fill(string text, DateOnly day) => Placeholder().Replace(
        text,
        match => day.AddDays(int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToString("dddd, d MMMM yyyy", Indonesian));

    [GeneratedRegex(@"\[\[([+-]?\d{1,4})\]\]")]
    private static partial Regex Placeholder();
}
