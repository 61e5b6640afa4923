using Microsoft.AspNetCore.Authentication.Cookies;

namespace SmartKampung.Host.Accounts;

/// <summary>Over https a cookie is named __Host-, which browsers keep to this host and to https (RFC 6265bis); loopback's plain http keeps the plain name.</summary>
sealed class HostCookies : ICookieManager
{
    const string Prefix = "__Host-";

    readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, NameOf(context, key), value, Secured(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        inner.DeleteCookie(context, NameOf(context, key), Secured(context, options));

    static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;

    static CookieOptions Secured(HttpContext context, CookieOptions options)
    {
        options.Secure = context.Request.IsHttps;
        return options;
    }
}
