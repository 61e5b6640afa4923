using System.Net;
using System.Text.RegularExpressions;

namespace SmartKampung.News.Import;

/// <summary>
/// Makes plain HTML of what WordPress keeps: shortcodes and the marks of blocks go, lines become paragraphs, elements that a text here can't hold leave
/// their words. What comes out is not clean yet. All expressions are of the kind that takes time in proportion to the text alone.
/// </summary>
static partial class WordPressHtml
{
    const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline;
    const string Blocks = "p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|blockquote|pre|figure|figcaption|hr|section|article|aside|header|footer";

    public static string Of(string content)
    {
        var html = content.ReplaceLineEndings("\n");
        var isOfBlocks = html.Contains("<!-- wp:", StringComparison.Ordinal);
        html = Comment().Replace(html, "");
        html = Caption().Replace(html, match => FigureOf(match.Groups[1].Value, match.Groups[2].Value));
        html = Embed().Replace(html, match => LinkTo(match.Groups[1].Value));
        html = Frame().Replace(html, match => LinkTo(match.Groups[1].Value));
        html = Shortcode().Replace(html, "");
        html = LowHeading().Replace(html, "<$1h4>");
        html = Phrasing().Replace(html, "");
        html = LinkedPicture().Replace(html, "$1");
        return isOfBlocks ? html : Paragraphs(html);
    }

    /// <summary>The numbers of the pictures of the galleries in a text.</summary>
    public static IReadOnlyList<string> GalleriesIn(string content) =>
        [.. Gallery().Matches(content).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    /// <summary>As WordPress shows classic texts: an empty line parts paragraphs, a line's end is a break.</summary>
    static string Paragraphs(string html)
    {
        var parts = Regex.Split(html, "(<pre[ >].*?</pre>)", Plain).Select((part, place) => place % 2 == 1 ? part : ParagraphsOf(part));
        return string.Concat(parts);
    }

    static string ParagraphsOf(string html)
    {
        var parted = OuterStart().Replace(OuterEnd().Replace(html, "$0\n\n"), "\n\n$0");
        var parts = EmptyLine().Split(parted).Select(part => part.Trim()).Where(part => part.Length > 0);
        return string.Join('\n', parts.Select(part => BlockStart().IsMatch(part) ? part : $"<p>{part.Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>"));
    }

    static string FigureOf(string attributes, string inside)
    {
        var picture = Picture().Match(inside);
        if (!picture.Success) return inside;
        var told = CaptionAttribute().Match(attributes) is { Success: true } named ? named.Groups[1].Value : Tag().Replace(inside, "");
        return $"\n\n<figure>{picture.Value}{(told.Trim().Length > 0 ? $"<figcaption>{told.Trim()}</figcaption>" : "")}</figure>\n\n";
    }

    static string LinkTo(string address)
    {
        var told = WebUtility.HtmlDecode(address.Trim());
        if (told.StartsWith("//", StringComparison.Ordinal)) told = "https:" + told;
        if (!Uri.TryCreate(told, UriKind.Absolute, out var known) || known.Scheme is not ("http" or "https")) return "";
        var plain = WebUtility.HtmlEncode(told);
        return $"\n\n<p><a href=\"{plain}\">{plain}</a></p>\n\n";
    }

    [GeneratedRegex("<!--.*?-->", Plain)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[caption([^\]]*)\](.*?)\[/caption\]", Plain)]
    private static partial Regex Caption();

    [GeneratedRegex("caption=\"([^\"]*)\"", Plain)]
    private static partial Regex CaptionAttribute();

    [GeneratedRegex(@"\[embed[^\]]*\](.*?)\[/embed\]", Plain)]
    private static partial Regex Embed();

    [GeneratedRegex("<iframe[^>]*?src=[\"']([^\"']+)[\"'][^>]*>", Plain)]
    private static partial Regex Frame();

    [GeneratedRegex(@"\[gallery[^\]]*?ids=[""']([0-9, ]+)[""'][^\]]*\]", Plain)]
    private static partial Regex Gallery();

    [GeneratedRegex(@"\[/?(?:caption|gallery|embed|audio|video|playlist|contact-form(?:-7)?|wpforms|ninja_form|rev_slider|layerslider|elementor-template|vc_[a-z_]+|et_pb_[a-z_]+|su_[a-z_]+|fusion_[a-z_]+)(?:\s[^\]]*|/)?\]", Plain)]
    private static partial Regex Shortcode();

    [GeneratedRegex("<(/?)h[56](?:\\s[^>]*)?>", Plain)]
    private static partial Regex LowHeading();

    [GeneratedRegex("</?(?:abbr|acronym|address|bdi|bdo|button|cite|data|details|dfn|fieldset|form|kbd|label|legend|noscript|output|picture|q|ruby|samp|source|summary|time|tt|var|wbr|video|audio|iframe|center)(?:\\s[^>]*)?/?>", Plain)]
    private static partial Regex Phrasing();

    [GeneratedRegex("<a\\s[^>]*?href=[\"'][^\"']+\\.(?:jpe?g|png|gif|webp)[\"'][^>]*>\\s*(<img[^>]*>)\\s*</a>", Plain)]
    private static partial Regex LinkedPicture();

    [GeneratedRegex("<img[^>]*>", Plain)]
    public static partial Regex Picture();

    [GeneratedRegex("<[^>]*>", Plain)]
    private static partial Regex Tag();

    [GeneratedRegex("<(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|figure|hr|section|article|aside|header|footer)(?:\\s[^>]*)?/?>", Plain)]
    private static partial Regex OuterStart();

    [GeneratedRegex("</(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|figure|section|article|aside|header|footer)>", Plain)]
    private static partial Regex OuterEnd();

    [GeneratedRegex("^</?(?:" + Blocks + ")(?:\\s[^>]*)?/?>", Plain)]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"\n[ \t]*\n\s*", Plain)]
    private static partial Regex EmptyLine();
}
