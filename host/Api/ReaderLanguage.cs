namespace SmartKampung.Host.Api;

/// <summary>The language that the caller of the API asks for.</summary>
static class ReaderLanguage
{
    public static string Of(HttpContext context)
    {
        var preferred = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => IsA(language, "en") || IsA(language, "id"));
        return IsA(preferred ?? "", "en") ? "en" : "id";
    }

    static bool IsA(string language, string tag) => language.StartsWith(tag, StringComparison.OrdinalIgnoreCase);
}
