using System.Text.RegularExpressions;

namespace SmartKampung.News.Import;

/// <summary>What a picture of WordPress is known by, in an address and in a ZIP alike: what stands behind uploads/, else its name.</summary>
static partial class UploadName
{
    public static string Of(string address)
    {
        var path = address.Split('?', '#')[0].Replace('\\', '/').ToLowerInvariant();
        var at = path.LastIndexOf("uploads/", StringComparison.Ordinal);
        var name = at >= 0 ? path[(at + "uploads/".Length)..] : path[(path.LastIndexOf('/') + 1)..];
        return Uri.UnescapeDataString(name);
    }

    /// <summary>WordPress makes foto-300x200.jpg and foto-scaled.jpg of foto.jpg.</summary>
    public static string WithoutSize(string name) => Size().Replace(name, "");

    [GeneratedRegex(@"-(?:[0-9]{1,5}x[0-9]{1,5}|scaled|rotated)(?=\.[a-z]+$)")]
    private static partial Regex Size();
}
