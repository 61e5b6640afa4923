using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>How deep HTML is nested, judged without building its tree: a tree of thousands of levels overflows the stack of whoever walks it.</summary>
static partial class MarkupDepth
{
    const int Most = 100;

    /// <summary>Elements that never hold anything, or that end by themselves where the next of their kind begins.</summary>
    static readonly HashSet<string> Shallow = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    };

    public static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var isEnd = html[tag.Index + 1] == '/';
            var name = html[(tag.Index + (isEnd ? 2 : 1))..(tag.Index + tag.Length)];
            if (Shallow.Contains(name)) continue;
            var before = open.GetValueOrDefault(name);
            if (isEnd && before == 0) continue;
            open[name] = before + (isEnd ? -1 : 1);
            if ((depth += isEnd ? -1 : 1) > Most) return true;
        }

        return false;
    }

    /// <summary>The text without its tags, as HTML of one level.</summary>
    public static string Flatten(string html) => HtmlEscaping.Escape(AnyTag().Replace(html, " "));

    [GeneratedRegex("</?[a-zA-Z][^\\s/>]*")]
    private static partial Regex Tag();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex AnyTag();
}
