using System.Net;
using System.Text.RegularExpressions;

namespace SmartKampung.News.Import;

/// <summary>A picture as a text of WordPress places it.</summary>
/// <param name="Address">Where it lies on the old site, as it is written.</param>
/// <param name="Alt">What it shows, or empty.</param>
/// <param name="Number">The number of its attachment, or empty.</param>
sealed partial record TextPicture(string Address, string Alt, string Number)
{
    const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    public static TextPicture Of(string tag) => new(Attribute(Source(), tag).Trim(), Attribute(Description(), tag).Trim(), Attachment().Match(tag) is { Success: true } number ? number.Groups[1].Value : "");

    static string Attribute(Regex name, string tag)
    {
        var match = name.Match(tag);
        return WebUtility.HtmlDecode(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);
    }

    [GeneratedRegex("\\ssrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Plain)]
    private static partial Regex Source();

    [GeneratedRegex("\\salt\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Plain)]
    private static partial Regex Description();

    [GeneratedRegex("wp-image-([0-9]{1,12})", Plain)]
    private static partial Regex Attachment();
}
