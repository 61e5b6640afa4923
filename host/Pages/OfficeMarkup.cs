using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SmartKampung.Host.Pages;

/// <summary>Makes plain text of what word processors and editors put on the clipboard: lists are lists, wrappers go and their words stay.</summary>
static partial class OfficeMarkup
{
    static readonly string[] Unread = ["script", "style", "xml", "meta", "link", "title", "template", "noscript", "iframe", "object", "svg", "math"];
    static readonly string[] Wrappers = ["span", "font", "center", "section", "article", "main", "header", "footer", "div", "big", "small", "ins", "del", "label", "address", "mark"];
    static readonly string[] Blocks = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "figure", "pre", "dl", "div"];

    /// <summary>Whether there is anything to do.</summary>
    public static bool Concerns(string html) => Trace().IsMatch(html);

    public static void Tidy(IElement body)
    {
        foreach (var comment in body.Descendants<IComment>().ToList()) comment.Remove();
        foreach (var unread in body.QuerySelectorAll(string.Join(',', Unread)).ToList()) unread.Remove();
        foreach (var item in body.QuerySelectorAll("p[style*='mso-list'], p[class^='MsoListParagraph']").ToList()) MakeItem(item);
        foreach (var wrapper in body.QuerySelectorAll("*").Where(IsWrapper).Reverse().ToList()) Unwrap(wrapper);
        foreach (var empty in body.QuerySelectorAll("p").Where(IsEmpty).ToList()) empty.Remove();
    }

    /// <summary>Smart tags (st1:place), o:p and the like have a colon in their names.</summary>
    static bool IsWrapper(IElement element) =>
        Wrappers.Contains(element.LocalName) || element.NodeName.Contains(':', StringComparison.Ordinal)
        || (element.LocalName == "b" && LightWeight().IsMatch(element.GetAttribute("style") ?? ""));

    static bool IsEmpty(IElement paragraph) => paragraph.TextContent.Trim('\u00a0', ' ', '\n', '\r', '\t').Length == 0 && paragraph.QuerySelector("img") is null;

    /// <summary>A paragraph that only looks like a list's item, by its mark.</summary>
    static void MakeItem(IElement paragraph)
    {
        var mark = paragraph.QuerySelectorAll("span").FirstOrDefault(span => span.GetAttribute("style")?.Contains("mso-list", StringComparison.OrdinalIgnoreCase) is true);
        var kind = Numbered().IsMatch(mark?.TextContent ?? "") ? "ol" : "ul";
        mark?.Remove();
        var item = paragraph.Owner!.CreateElement("li");
        item.Append([.. paragraph.ChildNodes]);
        if (paragraph.PreviousElementSibling is { } list && list.LocalName == kind && list.HasAttribute("data-mso"))
        {
            list.Append(item);
            paragraph.Remove();
            return;
        }

        var begun = paragraph.Owner.CreateElement(kind);
        begun.SetAttribute("data-mso", "");
        begun.Append(item);
        paragraph.Replace(begun);
    }

    /// <summary>A division without blocks is a paragraph, or several that are parted by empty lines.</summary>
    static void Unwrap(IElement wrapper)
    {
        if (wrapper.LocalName == "div" && !wrapper.Children.Any(child => Blocks.Contains(child.LocalName)) && !IsEmpty(wrapper)) wrapper.Before([.. Paragraphs(wrapper)]);
        else wrapper.Before([.. wrapper.ChildNodes]);
        wrapper.Remove();
    }

    static List<INode> Paragraphs(IElement division)
    {
        var paragraphs = new List<INode> { division.Owner!.CreateElement("p") };
        foreach (var node in division.ChildNodes.ToList())
        {
            if (node is IElement { LocalName: "br" } && paragraphs[^1].LastChild is IElement { LocalName: "br" } lineEnd)
            {
                lineEnd.Remove();
                paragraphs.Add(division.Owner.CreateElement("p"));
            }
            else if (node is not IElement { LocalName: "br" } || paragraphs[^1].HasChildNodes) paragraphs[^1].AppendChild(node);
        }

        return paragraphs;
    }

    [GeneratedRegex("<(?:h1|div|span|font|center|section|article|main|header|footer|small|big|ins|del|label|address|mark|[a-z0-9]+:)|<!|mso", RegexOptions.IgnoreCase)]
    private static partial Regex Trace();

    [GeneratedRegex(@"(?:^|;)\s*font-weight:\s*normal", RegexOptions.IgnoreCase)]
    private static partial Regex LightWeight();

    [GeneratedRegex(@"^\s*(\d+|[a-z])[.)]", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
