using System.Text.RegularExpressions;

namespace SmartKampung.News.Articles;

/// <summary>
/// Addresses of a site that a village had before, written so that two that mean the same are equal: the path in small letters without the slash
/// at its end, or WordPress' number as <c>/?p=123</c>.
/// </summary>
static partial class OldAddress
{
    const int Longest = 200;
    const int Most = 20;

    /// <summary>Of what somebody typed or a file tells: a whole address, or a path with its query string. Null for what is none.</summary>
    public static string? Of(string typed)
    {
        var address = typed.Trim();
        if (Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https") address = Uri.UnescapeDataString(whole.AbsolutePath) + whole.Query;
        if (address is not ['/', ..] || address.Length > Longest || address.Any(char.IsControl)) return null;
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var path = (question < 0 ? address : address[..question]).TrimEnd('/').ToLowerInvariant();
        if (path is not ("" or "/index.php")) return path;
        return question >= 0 && Number().Match(address[question..]) is { Success: true } number ? OfNumber(number.Groups[1].Value) : null;
    }

    /// <summary>WordPress answers every post by its number.</summary>
    public static string OfNumber(string number) => $"/?p={number}";

    public static IReadOnlyList<string> ReadLines(string typed) => [.. Lines(typed).Select(Of).OfType<string>().Distinct()];

    /// <summary>The first line that is no address, or that is one too many; or null.</summary>
    public static string? FindWrong(string typed) =>
        Lines(typed).FirstOrDefault(line => Of(line) is null) ?? Lines(typed).Skip(Most).FirstOrDefault();

    static string[] Lines(string typed) => typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"[?&](?:p|page_id)=([0-9]{1,12})(?:&|$)")]
    private static partial Regex Number();
}
