using System.Collections.Frozen;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Pages;

/// <summary>The content types of assets, by extension: those of stored files, and what pages load besides.</summary>
static class ContentTypes
{
    static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".webmanifest"] = "application/manifest+json",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string file)
    {
        var extension = Path.GetExtension(file).ToLowerInvariant();
        return Known.GetValueOrDefault(extension) ?? FileKinds.ContentTypeOf(extension) ?? "application/octet-stream";
    }
}
