using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SmartKampung.Host.Pages;

/// <summary>The words that a reader of an HTML text sees.</summary>
static class HtmlText
{
    static readonly string[] Blocks = ["p", "h1", "h2", "h3", "h4", "li", "blockquote", "tr", "th", "td", "figcaption", "pre", "dt", "dd", "br", "div"];
    static readonly string[] Unread = ["script", "style", "template", "noscript", "iframe", "title"];
    static readonly HtmlParser Parser = new();

    public static string Of(string html)
    {
        var document = Parser.ParseDocument(html);
        foreach (var unread in document.All.Where(element => Unread.Contains(element.LocalName)).ToList()) unread.Remove();
        foreach (var block in document.All.Where(element => Blocks.Contains(element.LocalName)).ToList()) block.Append(document.CreateTextNode(" "));
        foreach (var line in document.QuerySelectorAll("br").ToList()) line.Replace(document.CreateTextNode(" "));
        return string.Join(' ', (document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
