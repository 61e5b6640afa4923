using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>The variables that a page's templates begin with: those of the request, then the model's.</summary>
static class PageVariables
{
    public static ScriptObject Of(Rendering rendering, object? model)
    {
        var request = rendering.Request;
        var variables = new ScriptObject
        {
            ["lang"] = request.Language,
            ["now"] = request.Now,
            ["path"] = request.Path,
            ["village"] = request.Village,
            ["regency"] = request.Regency,
            ["status"] = rendering.Head.Status,
            ["site"] = request.Site,
            ["person"] = request.Person,
            ["home"] = request.Addresses.Path("/"),
        };
        if (model is not null) Add(variables, model, request.Language);
        return variables;
    }

    static void Add(ScriptObject variables, object model, string language)
    {
        var members = ModelMembers.Of(model.GetType());
        foreach (var name in members.Names)
            if (members.TryGet(model, name, out var value)) variables[name] = ModelValue.Readable(value, language);
    }
}
