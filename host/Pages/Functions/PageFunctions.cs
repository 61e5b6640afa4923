using System.Globalization;
using System.Text;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Parts of pages: other templates, the pages of a list, what the reader may do.</summary>
static class PageFunctions
{
    public static void AddTo(ScriptObject functions)
    {
        functions.Add("can", new TemplateFunction(call => call.Request.Can(call.Text(0))));
        functions.Add("role_name", new TemplateFunction(call => call.Request.OwnRole(call.Text(0)) ?? call.Rendering.Texts[$"role.{call.Text(0)}"]));
        functions.Add("include", new TemplateFunction(call => Include(call)));
        functions.Add("pages", new TemplateFunction(call => Pages(call)));
    }

    static PageOutput Include(Arguments call)
    {
        var name = call.Text(0);
        var template = call.Rendering.Find(call.Rendering.Owner, name) ?? throw call.Mistake($"There is no template '{name}'.");
        call.Context.EnterRecursive(call.Caller);
        var output = TemplateRenderer.Run(call.Context, template, call.Variables, call.Context.BeginPart(template.ExpectedLength));
        call.Context.ExitRecursive(call.Caller);
        return output;
    }

    static Html? Pages(Arguments call)
    {
        var (current, last) = (call.Context.ToInt(call.Caller.Span, call[0]!), call.Context.ToInt(call.Caller.Span, call[1]!));
        if (last < 2) return null;
        var texts = call.Rendering.Texts;
        var list = new StringBuilder();
        foreach (var page in Shown(current, last)) list.Append(page == 0 ? "<li><span>…</span></li>" : Link(call, page, current));
        if (current < last) list.Append(Entry(call, current + 1, " rel=\"next\"", HtmlEscaping.Escape(texts["pages.next"])));
        return new Html($"<nav class=\"pages\" aria-label=\"{HtmlEscaping.Escape(texts["pages.label"])}\"><ul>{list}</ul></nav>");
    }

    /// <summary>The first, the last and those around the present one; 0 stands for a gap.</summary>
    static IEnumerable<int> Shown(int current, int last)
    {
        var before = 0;
        int[] wanted = [1, .. Enumerable.Range(current - 1, 3), last];
        foreach (var page in wanted.Where(page => page >= 1 && page <= last).Distinct().Order())
        {
            if (page > before + 1) yield return 0;
            yield return before = page;
        }
    }

    static string Link(Arguments call, int page, int current) =>
        Entry(call, page, page == current ? " aria-current=\"page\"" : "", page.ToString(CultureInfo.InvariantCulture));

    static string Entry(Arguments call, int page, string attribute, string text) =>
        $"<li><a href=\"{HtmlEscaping.Escape(Addresses.Url(call.Request, call.Text(2) + page))}\"{attribute}>{text}</a></li>";
}
