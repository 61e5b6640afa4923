using System.Collections.Frozen;

namespace SmartKampung.Host.Pages;

/// <summary>The content types of assets, by extension.</summary>
static class ContentTypes
{
    static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".webmanifest"] = "application/manifest+json",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string file) => Known.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
}
