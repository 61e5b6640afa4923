using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Pages;

/// <summary>Headers that keep every answer from being framed, sniffed or made to load from elsewhere.</summary>
sealed class SecurityHeaders(RequestDelegate next, IOptions<SiteOptions> site)
{
    const string ContentPolicy =
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; manifest-src 'self'";

    readonly string policy = TileServer.OriginOf(site.Value.Tiles) is { } tiles ? ContentPolicy.Replace("img-src 'self' data:", $"img-src 'self' data: {tiles}", StringComparison.Ordinal) : ContentPolicy;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.XXSSProtection = "0"; // Browsers that still have that filter can be made to leak by it.
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return next(context);
    }
}
