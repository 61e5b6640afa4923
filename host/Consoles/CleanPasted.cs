using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>Pasted HTML as it would be saved: the editor's script asks before it shows what an office program wrote.</summary>
static class CleanPasted
{
    public static void MapCleaning(this IEndpointRouteBuilder console, Permission permission) => console.MapPost("/rapikan", Handle).RequirePermission(permission).AllowReadOnly();

    static IResult Handle(Form<Pasted> form, IHtmlSanitizer sanitizer) =>
        form.IsValid ? Results.Json(new { html = sanitizer.Sanitize(form.Value.Html).Value }, ApiJson.Options) : Results.UnprocessableEntity();
}

sealed record Pasted([StringLength(800_000)] string Html);
