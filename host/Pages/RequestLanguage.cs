using Microsoft.Net.Http.Headers;

namespace SmartKampung.Host.Pages;

/// <summary>The reader's language, kept in the request's features: by the address for pages, by the Accept-Language header for the API.</summary>
sealed class RequestLanguage
{
    const double Certain = 1;

    RequestLanguage(string language) => Language = language;

    public static RequestLanguage Indonesian { get; } = new("id");

    public static RequestLanguage English { get; } = new("en");

    public string Language { get; }

    public static string Of(HttpContext? context)
    {
        if (context is null) return Indonesian.Language;
        var language = context.Features.Get<RequestLanguage>() ?? (IsApi(context.Request) ? Accepted(context.Request) : Indonesian);
        return language.Language;
    }

    public static RequestLanguage Accepted(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .Where(entry => (entry.Quality ?? Certain) > 0)
            .OrderByDescending(entry => entry.Quality ?? Certain)
            .Select(Known)
            .FirstOrDefault(language => language is not null);
        return preferred ?? Indonesian;
    }

    static RequestLanguage? Known(StringWithQualityHeaderValue entry)
    {
        var value = entry.Value.Value ?? "";
        if (value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return English;
        return value.StartsWith("id", StringComparison.OrdinalIgnoreCase) ? Indonesian : null;
    }

    static bool IsApi(HttpRequest request) => request.PathBase.Add(request.Path).StartsWithSegments("/api");
}
