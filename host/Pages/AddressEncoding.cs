using System.Buffers;
using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Makes addresses safe: a path of the site can't leave it, and no scheme but the harmless ones passes.</summary>
static class AddressEncoding
{
    public const string Nowhere = "#";

    static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%?#[]");

    static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:"];

    /// <summary>A path that begins with exactly one slash, in characters that an address may hold.</summary>
    public static string Path(string path) => path == "/" ? path : "/" + Encode(path.TrimStart('/', '\\'));

    public static bool HasKnownScheme(string address)
    {
        foreach (var scheme in Schemes)
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public static string Encode(string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(Plain)) return address;
        var encoded = new StringBuilder(address.Length + 16);
        foreach (var rune in address.EnumerateRunes()) Append(encoded, rune);
        return encoded.ToString();
    }

    static void Append(StringBuilder encoded, Rune rune)
    {
        if (rune.IsAscii && Plain.Contains((char)rune.Value))
        {
            encoded.Append((char)rune.Value);
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (var part in bytes[..rune.EncodeToUtf8(bytes)]) encoded.Append('%').Append(part.ToString("X2", null));
    }
}
