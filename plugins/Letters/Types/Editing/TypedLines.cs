namespace SmartKampung.Letters.Types.Editing;

/// <summary>Lists as they are typed: one a line, its parts between strokes.</summary>
static class TypedLines
{
    public static IEnumerable<string[]> Of(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(parts => parts[0].Length > 0);
}
