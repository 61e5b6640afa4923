using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using IHtmlSanitizer = SmartKampung.Sdk.IHtmlSanitizer;

namespace SmartKampung.Host.Pages;

/// <summary>Keeps the elements of plain texts, and drops all that could run, restyle the page or load something from elsewhere.</summary>
sealed class HtmlCleaner : IHtmlSanitizer
{
    static readonly string[] Elements =
    [
        "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "b", "i", "u",
        "s", "sup", "sub", "br", "figure", "figcaption", "img", "code", "pre", "dl", "dt", "dd",
    ];

    static readonly string[] Attributes = ["href", "src", "alt", "width", "height", "loading", "class", "data-label", "scope", "rel"];
    static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    // Made with the first text that is written: a start need not wait for it.
    readonly Lazy<HtmlSanitizer> sanitizer = new(Make);
    readonly Lazy<HtmlParser> parser = new(() => new());

    public Html Sanitize(string html) => new(MarkupDepth.IsTooDeep(html) ? MarkupDepth.Flatten(html) : sanitizer.Value.Sanitize(Tidied(html)));

    public string PlainText(string html) => HtmlText.Of(html);

    string Tidied(string html)
    {
        if (!OfficeMarkup.Concerns(html)) return html;
        var body = parser.Value.ParseDocument(html).Body!;
        OfficeMarkup.Tidy(body);
        foreach (var heading in body.QuerySelectorAll("h1").ToList()) Demote(heading);
        return body.InnerHtml;
    }

    /// <summary>A page has one h1, and it is not inside of a text.</summary>
    static void Demote(IElement heading)
    {
        var lower = heading.Owner!.CreateElement("h2");
        lower.Append([.. heading.ChildNodes]);
        heading.Replace(lower);
    }

    static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.AllowDataAttributes = false;
        sanitizer.PostProcessNode += (_, node) => { if (node.Node is IElement element) CleanedElement.Finish(element); };
        return sanitizer;
    }
}
