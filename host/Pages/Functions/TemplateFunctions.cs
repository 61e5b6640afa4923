using Scriban.Functions;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>All that templates can call, made once and read-only: the harmless part of Scriban's own functions, then ours.</summary>
static class TemplateFunctions
{
    static readonly string[] Html = ["strip", "url_encode", "url_escape"];
    static readonly string[] Math = ["abs", "ceil", "divided_by", "floor", "is_number", "minus", "modulo", "plus", "round", "times"];
    static readonly string[] Object = ["default", "has_key", "has_value", "keys", "size", "values"];
    static readonly string[] NotArray = ["each"];
    static readonly string[] NotString = ["hmac_sha1", "hmac_sha256", "hmac_sha512", "literal", "md5", "sha1", "sha256", "sha512"];

    public static ScriptObject All { get; } = Make();

    static ScriptObject Make()
    {
        var builtin = new BuiltinFunctions();
        var functions = new ScriptObject();
        functions.Add("empty", builtin["empty"]);
        functions.Add("array", Part(builtin, "array", name => !NotArray.Contains(name)));
        functions.Add("string", Part(builtin, "string", name => !NotString.Contains(name)));
        functions.Add("regex", Part(builtin, "regex", _ => true));
        functions.Add("html", Part(builtin, "html", Html.Contains));
        functions.Add("math", Part(builtin, "math", Math.Contains));
        functions.Add("object", Part(builtin, "object", Object.Contains));
        AddOwn(functions);
        functions.IsReadOnly = true;
        return functions;
    }

    static void AddOwn(ScriptObject functions)
    {
        HeadFunctions.AddTo(functions);
        Addresses.AddTo(functions);
        Writing.AddTo(functions);
        PictureMarkup.AddTo(functions);
        PageFunctions.AddTo(functions);
        FormFunctions.AddTo(functions);
    }

    static ScriptObject Part(BuiltinFunctions builtin, string name, Func<string, bool> isKept)
    {
        var all = (ScriptObject)builtin[name]!;
        var part = new ScriptObject();
        foreach (var member in all.Keys.Where(isKept)) part.Add(member, all[member]);
        part.IsReadOnly = true;
        return part;
    }
}
