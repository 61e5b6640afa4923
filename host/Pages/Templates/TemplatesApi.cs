using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>Reading, replacing and giving back the templates of the regency, its districts and villages.</summary>
static class TemplatesApi
{
    /// <returns>The routes, for the rule that says who may enter.</returns>
    public static RouteGroupBuilder MapTemplatesApi(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("").WithTags("Templates");
        Map(all.MapGroup("/api/regency/templates"), "Regency", _ => TemplateScope.Regency);
        Map(all.MapGroup("/api/districts/{code}/templates"), "District", context => TemplateScope.District((string?)context.Request.RouteValues["code"]));
        Map(all.MapGroup("/api/villages/{code}/templates"), "Village", context => PresentVillage.Of(context) is { } village ? TemplateScope.Of(village) : null);
        return all;
    }

    static void Map(RouteGroupBuilder templates, string name, Func<HttpContext, string?> scopeOf)
    {
        templates.MapGet("/{owner}/{name}", (string owner, string name, HttpContext context, EditTemplate edit) => edit.Show(scopeOf(context), owner, name))
            .WithName($"Show{name}Template").WithSummary("The edited text, or the one it would replace, and whether that moved on since.");
        templates.MapPut("/{owner}/{name}", (string owner, string name, HttpContext context, EditTemplate edit, CancellationToken stop) =>
                edit.ReplaceAsync(scopeOf(context), owner, name, context, stop))
            .WithName($"Replace{name}Template").WithSummary("Replaces a template by the text in the body (text/plain or text/html).");
        templates.MapDelete("/{owner}/{name}", (string owner, string name, HttpContext context, EditTemplate edit, CancellationToken stop) =>
                edit.RemoveAsync(scopeOf(context), owner, name, stop))
            .WithName($"Remove{name}Template").WithSummary("Gives the template back to the wider scope.");
    }
}
