using System.Text;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Media;

/// <summary>Makes a name that people and systems can live with of the one that a file came with: no folders, nothing invisible, its true extension.</summary>
static class MediaName
{
    const int Longest = 100;

    public static string Of(string sent, string extension)
    {
        var last = sent[(sent.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var name = new StringBuilder();
        foreach (var rune in last.EnumerateRunes()) name.Append(IsFit(rune) ? rune.ToString() : " ");
        var words = string.Join(' ', Path.GetFileNameWithoutExtension(name.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        return $"{(words.Length > 0 ? Cut(words) : "berkas")}.{extension}";
    }

    /// <summary>A name as messages tell it, whatever was sent.</summary>
    public static string Shown(string sent) => Of(sent, ExtensionIn(sent) is { Length: > 0 and < 6 } extension && extension.All(char.IsAsciiLetterOrDigit) ? extension : "?");

    /// <summary>The extension that a name was sent with, in lower case without the dot.</summary>
    public static string ExtensionIn(string sent) => Path.GetExtension(sent).TrimStart('.').ToLowerInvariant();

    static bool IsFit(Rune rune) => rune != Rune.ReplacementChar && Characters.AreName(rune.ToString()) && !"\"<>|*?%".Contains((char)(rune.Value & 0xFFFF), StringComparison.Ordinal);

    static string Cut(string name)
    {
        if (name.Length <= Longest) return name;
        return name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
    }
}
