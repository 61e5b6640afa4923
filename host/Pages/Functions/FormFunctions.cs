using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Forms in templates.</summary>
static class FormFunctions
{
    public static void AddTo(ScriptObject functions)
    {
        var form = new ScriptObject();
        form.Add("start", new TemplateFunction(call => Start(call)));
        form.IsReadOnly = true;
        functions.Add("form", form);
        functions.Add("post_button", new TemplateFunction(call => PostButton(call)));
    }

    static Html Start(Arguments call) => new(Token(call));

    static Html PostButton(Arguments call)
    {
        var kind = call.NamedText("class");
        var style = kind.Length > 0 ? $" class=\"{HtmlEscaping.Escape(kind)}\"" : "";
        var action = HtmlEscaping.Escape(Addresses.Url(call.Request, call.Text(1)));
        return new Html($"<form method=\"post\" action=\"{action}\">{Token(call)}<button{style}>{HtmlEscaping.Escape(call.Text(0))}</button></form>");
    }

    static string Token(Arguments call)
    {
        var (name, value) = call.Request.AntiforgeryField();
        return $"<input type=\"hidden\" name=\"{HtmlEscaping.Escape(name)}\" value=\"{HtmlEscaping.Escape(value)}\">";
    }
}
