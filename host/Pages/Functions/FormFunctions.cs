using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Forms in templates.</summary>
static class FormFunctions
{
    public static void AddTo(ScriptObject functions)
    {
        var form = new ScriptObject();
        form.Add("start", new TemplateFunction(call => Start(call)));
        form.Add("token", new TemplateFunction(call => new Html(Token(call))));
        form.Add("summary", new TemplateFunction(call => new Html(Summary(call))));
        form.IsReadOnly = true;
        functions.Add("form", form);
        functions.Add("field", new TemplateFunction(call => Field(call)));
        functions.Add("post_button", new TemplateFunction(call => PostButton(call)));
    }

    static Html Start(Arguments call) => new(Token(call) + Summary(call));

    /// <summary>What is wrong, with a way to each field, above all fields.</summary>
    static string Summary(Arguments call)
    {
        if (call.Rendering.Form is not { IsValid: false } form) return "";
        var lines = form.Errors.SelectMany(entry => entry.Value.Select(message => Line(entry.Key, message)));
        var heading = HtmlEscaping.Escape(call.Rendering.Texts["form.wrong"]);
        return $"<div class=\"notice bad\" role=\"alert\"><h2>{heading}</h2><ul>{string.Concat(lines)}</ul></div>";
    }

    static string Line(string field, string message)
    {
        var text = HtmlEscaping.Escape(message);
        return field.Length == 0 ? $"<li>{text}</li>" : $"<li><a href=\"#{FieldMarkup.IdOf(field)}\">{text}</a></li>";
    }

    static Html Field(Arguments call)
    {
        var name = call.Text(0);
        var form = call.Rendering.Form ?? throw call.Mistake("The page has no form.");
        var field = ModelShape.Of(form.Type).Find(name) ?? throw call.Mistake($"The form has no field '{name}'.");
        return new Html(new FieldMarkup(call, form, field).Write());
    }

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
