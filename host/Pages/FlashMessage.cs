using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>What the last form has to say, shown once on the next page: a cookie that holds the text's key and its owner, never a text.</summary>
sealed partial class FlashMessage(TextLibrary texts)
{
    const string Cookie = "pesan";

    static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public static void Leave(HttpContext context, string owner, string key) =>
        context.Response.Cookies.Append(Cookie, $"{owner}:{key}", Options(context, Life));

    public string? Take(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Cookie, out var value)) return null;
        context.Response.Cookies.Append(Cookie, "", Options(context, TimeSpan.Zero));
        if (!Pattern().IsMatch(value)) return null;
        var separator = value.IndexOf(':', StringComparison.Ordinal);
        return ((Texts)texts.For(value[..separator], context)).Find(value[(separator + 1)..]);
    }

    static CookieOptions Options(HttpContext context, TimeSpan life) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    [GeneratedRegex(@"^[a-z0-9-]{1,40}:[a-zA-Z0-9._-]{1,80}$")]
    private static partial Regex Pattern();
}
