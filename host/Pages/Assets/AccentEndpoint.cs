using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>The style sheet with a village's colour, the only line that differs from village to village.</summary>
static partial class AccentEndpoint
{
    public static string? Address(string? accent) => accent is not null && ColourPattern().IsMatch(accent) ? $"/assets/accent/{accent[1..].ToLowerInvariant()}.css" : null;

    public static IResult Show(string colour, HttpContext context)
    {
        if (!ColourPattern().IsMatch("#" + colour)) return Results.NotFound();
        context.Response.Headers.CacheControl = Caching.ForEver;
        return Results.Text($":root {{ --accent: #{colour.ToLowerInvariant()} }}\n", "text/css; charset=utf-8");
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex ColourPattern();
}
