using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>The lines in which two texts differ, with a line around each.</summary>
static class TextDifference
{
    const int MostLines = 2_000;
    const int MostShown = 300;

    /// <returns>The lines, or null for texts of so many lines that comparing them would take long.</returns>
    public static IReadOnlyList<DifferentLine>? Between(string before, string after)
    {
        if (before.Count(sign => sign == '\n') > MostLines || after.Count(sign => sign == '\n') > MostLines) return null;
        var lines = InlineDiffBuilder.Diff(before, after).Lines;
        return [.. lines.Where((_, place) => IsNearChange(lines, place)).Take(MostShown).Select(line => new DifferentLine(KindOf(line), line.Text))];
    }

    static bool IsNearChange(List<DiffPiece> lines, int place) =>
        Enumerable.Range(place - 1, 3).Any(near => near >= 0 && near < lines.Count && lines[near].Type is not ChangeType.Unchanged);

    static string KindOf(DiffPiece line) => line.Type switch { ChangeType.Inserted => "added", ChangeType.Deleted => "gone", _ => "same" };
}

/// <summary>A line of a difference.</summary>
/// <param name="Kind">added, gone, or same.</param>
/// <param name="Text">The line.</param>
sealed record DifferentLine(string Kind, string Text);
