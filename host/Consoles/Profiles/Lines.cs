namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Lists that are typed one entry a line.</summary>
static class Lines
{
    /// <summary>Stands for an entry that a language lacks, since empty lines at the ends of a field are lost.</summary>
    const string None = "-";

    public static string Join(IEnumerable<string> entries) => string.Join('\n', entries.Select(entry => entry.ReplaceLineEndings(" ")));

    /// <summary>The entries in a language, line by line; nothing where it has none of them.</summary>
    public static string JoinPaired(IReadOnlyList<string> entries) => entries.All(entry => entry.Length == 0) ? "" : Join(entries.Select(entry => entry.Length == 0 ? None : entry));

    public static List<string> Split(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Entries of both languages side by side; a line that one of them lacks is empty there.</summary>
    public static List<LocalText> Pair(string indonesian, string english)
    {
        var (first, second) = (All(indonesian), All(english));
        return [.. Enumerable.Range(0, Math.Max(first.Length, second.Length)).Select(line => new LocalText(At(first, line), At(second, line))).Where(text => text != LocalText.Empty)];
    }

    static string[] All(string text) => text.Length == 0 ? [] : text.Split('\n', StringSplitOptions.TrimEntries);

    static string At(string[] lines, int line) => line < lines.Length && lines[line] != None ? lines[line] : "";
}
