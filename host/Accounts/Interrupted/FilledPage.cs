using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SmartKampung.Host.Accounts.Interrupted;

/// <summary>A page whose form holds again what was typed in it. Passwords and files are never put back.</summary>
sealed class FilledPage
{
    readonly IHtmlDocument document;
    readonly IHtmlFormElement? form;
    readonly KeptForm kept;
    readonly Dictionary<string, Queue<string>> left;

    FilledPage(IHtmlDocument document, IHtmlFormElement? form, KeptForm kept)
    {
        (this.document, this.form, this.kept) = (document, form, kept);
        left = kept.Fields.GroupBy(field => field.Key).ToDictionary(name => name.Key, name => new Queue<string>(name.Select(field => field.Value)));
        foreach (var field in Fields) Fill(field);
    }

    IEnumerable<IElement> Fields => form?.Elements ?? Enumerable.Empty<IElement>();

    /// <summary>Whether every word found its place.</summary>
    public bool IsWhole => left.Values.All(values => values.All(value => value.Length == 0));

    /// <summary>What people call the fields that have to be filled in again.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Fields.Where(one => one.GetAttribute("name") is { } name && kept.Dropped.Contains(name)).Select(LabelOf).OfType<string>()];

    /// <summary>Where the page has no form that is sent there, all that was typed is left over.</summary>
    public static FilledPage Of(string html, KeptForm kept)
    {
        var document = new HtmlParser().ParseDocument(html);
        var own = kept.Page.Split('?')[0];
        var form = document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").FirstOrDefault(form => (form.GetAttribute("action") is { Length: > 0 } action ? action : own) == kept.Address);
        return new(document, form, kept);
    }

    /// <summary>The page with a message above its form.</summary>
    public string WithNotice(string html)
    {
        var notice = document.CreateElement("div");
        notice.ClassName = "notice info apart";
        notice.SetAttribute("role", "status");
        notice.InnerHtml = html;
        if (form is not null) form.Before(notice);
        else document.QuerySelector("main")?.Prepend(notice);
        return document.ToHtml();
    }

    string? LabelOf(IElement field) => document.QuerySelectorAll("label").FirstOrDefault(label => field.Id is { Length: > 0 } id && label.GetAttribute("for") == id)?.TextContent.Trim();

    static bool IsNeverKept(IHtmlInputElement input) => input.Type is "password" or "file";

    void Fill(IElement field)
    {
        switch (field)
        {
            case IHtmlButtonElement { Name: { } name }: left.Remove(name); break;
            case IHtmlInputElement input when IsNeverKept(input) || input.Name is null: break;
            case IHtmlInputElement { Type: "checkbox" or "radio" } choice: choice.IsChecked = Take(choice.Name!, choice.Value); break;
            case IHtmlInputElement input when Next(input.Name!) is { } typed: input.SetAttribute("value", typed); break;
            case IHtmlTextAreaElement { Name: { } name } area when Next(name) is { } typed: area.TextContent = typed; break;
            case IHtmlSelectElement { Name: { } name } select when Next(name) is { } chosen: Choose(select, chosen); break;
        }
    }

    static void Choose(IHtmlSelectElement select, string chosen)
    {
        foreach (var option in select.Options)
            if (option.Value == chosen) option.SetAttribute("selected", "");
            else option.RemoveAttribute("selected");
    }

    string? Next(string name) => left.TryGetValue(name, out var values) && values.TryDequeue(out var value) ? value : null;

    /// <summary>Whether a choice was among those that were made.</summary>
    bool Take(string name, string value)
    {
        if (!left.TryGetValue(name, out var values) || !values.Contains(value)) return false;
        left[name] = new(values.Where(other => other != value));
        return true;
    }
}
