namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Lists that are typed one entry a line.</summary>
static class Lines
{
    public static string Join(IEnumerable<string> entries) => string.Join('\n', entries.Select(entry => entry.ReplaceLineEndings(" ")));

    public static List<string> Split(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Entries of both languages side by side; a line that one of them lacks is empty there.</summary>
    public static List<LocalText> Pair(string indonesian, string english)
    {
        var (first, second) = (All(indonesian), All(english));
        return [.. Enumerable.Range(0, Math.Max(first.Length, second.Length)).Select(line => new LocalText(At(first, line), At(second, line))).Where(text => text != LocalText.Empty)];
    }

    static string[] All(string text) => text.Length == 0 ? [] : text.Split('\n', StringSplitOptions.TrimEntries);

    static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "";
}
