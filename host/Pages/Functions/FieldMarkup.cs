using System.Globalization;
using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Writes one field: label, hint, what is wrong, and the control with what was typed.</summary>
sealed class FieldMarkup
{
    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    const string Color = "color";
    const string RichText = "html";

    readonly Arguments call;
    readonly ModelField field;
    readonly ITexts texts;
    readonly string id;
    readonly string label;
    readonly string hint;
    readonly string error;
    readonly string value;

    public FieldMarkup(Arguments call, Form form, ModelField field)
    {
        (this.call, this.field, texts, id) = (call, field, call.Rendering.Texts, IdOf(field.Name));
        label = ValidationMessages.Label(field, texts);
        hint = HintOf();
        error = string.Join(' ', form.Errors.GetValueOrDefault(field.Name) ?? form.Errors.GetValueOrDefault(field.Property.Name) ?? []);
        value = ValueOf(form);
    }

    public static string IdOf(string name) => "f-" + HtmlEscaping.Escape(name.ToLowerInvariant());

    public string Write()
    {
        if (field.Type == typeof(bool)) return Switch();
        var options = FieldOptions.Of(call, field);
        if (options is not null && (field.ItemType is not null || call.NamedText("type") == "radio")) return Choices(options);
        var control = options is not null ? Select(options) : call.Named("rows") is { } rows ? TextArea(rows) : Input();
        return $"<p class=\"field\"><label for=\"{id}\">{Escape(label)}</label>{Notes()}{control}</p>";
    }

    /// <summary>The type of input that the template asks for, or empty.</summary>
    string Named => call.NamedText("type");

    string HintOf()
    {
        var key = call.NamedText("hint") is { Length: > 0 } named ? named : field.LabelKey + ".hint";
        return ((Texts)texts).Find(key) ?? call.NamedText("hint");
    }

    string ValueOf(Form form)
    {
        if (form.IsFilled) return form.Typed.GetValueOrDefault(field.Name, "");
        return form.Initial is { } initial ? ScalarWriting.Write(field.Read(initial), texts.Language, call.Request.TimeZone) : "";
    }

    string Input()
    {
        var (type, attributes) = InputKind.Of(field);
        if (type == "file") return $"<input type=\"file\"{Common()}{Described()}>";
        return $"<input type=\"{Escape(Named.Length > 0 ? Named : type)}\"{Common()}{attributes}{Described()} value=\"{(type == "password" ? "" : Escape(value))}\">";
    }

    /// <summary>A newline directly behind the tag is dropped by browsers, so there is always one.</summary>
    string TextArea(object rows) => $"<textarea rows=\"{call.Context.ToInt(call.Caller.Span, rows)}\"{Common()}{(Named == RichText ? " data-editor" : "")}{Described()}>\n{Escape(value)}</textarea>";

    string Select(IReadOnlyList<FieldOption> options)
    {
        var required = field.IsRequired && value.Length == 0 ? " required" : "";    // once something is chosen, nothing can't be
        var list = new StringBuilder().Append(Invariant, $"<select{Own()}{required}{Described()}>");
        if (!field.IsRequired || value.Length == 0) list.Append(Invariant, $"<option value=\"\">{Escape(texts["form.choose"])}</option>");
        foreach (var option in options)
            list.Append(Invariant, $"<option value=\"{Escape(option.Value)}\"{(option.Value == value ? " selected" : "")}>{Escape(option.Text)}</option>");
        return list.Append("</select>").ToString();
    }

    string Choices(IReadOnlyList<FieldOption> options)
    {
        var type = field.ItemType is null ? "radio" : "checkbox";
        var chosen = value.Split('\n');
        var list = options.Select((option, position) => Choice(type, option, chosen.Contains(option.Value), position));
        return $"<fieldset class=\"field choices\"{Described()}><legend>{Escape(label)}</legend>{Notes()}{string.Concat(list)}</fieldset>";
    }

    string Choice(string type, FieldOption option, bool isChosen, int position)
    {
        var own = position == 0 ? $" id=\"{id}\"" : "";
        var state = isChosen ? " checked" : "";
        return $"<label class=\"choice\"><input type=\"{type}\"{own} name=\"{Escape(field.Name)}\" value=\"{Escape(option.Value)}\"{state}> <span>{Escape(option.Text)}</span></label>";
    }

    string Switch()
    {
        var state = value is "true" or "on" or "1" ? " checked" : "";
        var own = hint.Length > 0 ? $" <span class=\"hint\" id=\"{id}-hint\">{Escape(hint)}</span>" : "";
        return $"<p class=\"field\">{Error()}<label class=\"choice switch\"><input type=\"checkbox\" role=\"switch\" id=\"{id}\" name=\"{Escape(field.Name)}\" value=\"true\"{state}{Described()}> <span>{Escape(label)}{own}</span></label></p>";
    }

    string Common() => Own() + (Named == Color ? "" : Limits());

    string Own()
    {
        var common = new StringBuilder().Append(Invariant, $" id=\"{id}\" name=\"{Escape(field.Name)}\"");
        if (call.NamedText("autocomplete") is { Length: > 0 } autocomplete) common.Append(Invariant, $" autocomplete=\"{Escape(autocomplete)}\"");
        if (call.NamedText("class") is { Length: > 0 } style) common.Append(Invariant, $" class=\"{Escape(style)}\"");
        return common.ToString();
    }

    /// <summary>What a browser lets nobody leave empty takes none.</summary>
    string Limits() => (field.IsRequired ? " required" : "") + (field.MaxLength is { } most && field.Type == typeof(string) ? $" maxlength=\"{most}\"" : "");

    /// <summary>The hint on a field of HTML is about typing it.</summary>
    string Notes() => (hint.Length > 0 ? $"<span class=\"hint\" id=\"{id}-hint\"{(Named == RichText ? " data-plain" : "")}>{Escape(hint)}</span>" : "") + Error();

    string Error() => error.Length > 0 ? $"<span class=\"error\" id=\"{id}-error\">{Escape(error)}</span>" : "";

    string Described()
    {
        var notes = string.Join(' ', new[] { hint.Length > 0 ? id + "-hint" : "", error.Length > 0 ? id + "-error" : "" }.Where(note => note.Length > 0));
        return (notes.Length > 0 ? $" aria-describedby=\"{notes}\"" : "") + (error.Length > 0 ? " aria-invalid=\"true\"" : "");
    }

    static string Escape(string text) => HtmlEscaping.Escape(text);
}
