using System.Buffers;
using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Makes text safe between tags and inside quoted attributes.</summary>
static class HtmlEscaping
{
    /// <summary>Besides the five of HTML: characters that a page must not hold.</summary>
    public static readonly SearchValues<char> Special = SearchValues.Create("<>&\"'\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    public static string Entity(char special) => special switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "\uFFFD",
    };

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0) return text;
        var escaped = new StringBuilder(text.Length + 32);
        foreach (var character in text)
            if (Special.Contains(character)) escaped.Append(Entity(character));
            else escaped.Append(character);
        return escaped.ToString();
    }
}
