using Microsoft.Net.Http.Headers;

namespace SmartKampung.Host.Pages;

/// <summary>Serves the theme's and the modules' assets, compressed beforehand, to be kept for ever.</summary>
static class AssetEndpoint
{
    public static IResult Show(string hash, string owner, string file, HttpContext context, AssetLibrary assets) =>
        assets.Find(hash, owner, file) is { } asset ? Send(asset, context) : Results.NotFound();

    static IResult Send(Asset asset, HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = Caching.ForEver;
        if (!asset.IsText) return Results.Bytes(asset.Content, asset.ContentType);
        headers.Vary = HeaderNames.AcceptEncoding;
        var (encoding, content) = Encoded(asset, context.Request.Headers.AcceptEncoding.ToString());
        if (encoding.Length > 0) headers.ContentEncoding = encoding;
        return Results.Bytes(content, asset.ContentType);
    }

    static (string Encoding, byte[] Content) Encoded(Asset asset, string accepted)
    {
        if (accepted.Contains("br", StringComparison.Ordinal)) return ("br", asset.Brotli);
        return accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", asset.Gzip) : ("", asset.Content);
    }
}
