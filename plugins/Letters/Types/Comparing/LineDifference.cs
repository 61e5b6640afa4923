using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SmartKampung.Letters.Types.Comparing;

/// <summary>Two texts line by line: what went and what came. Lines that differ in spaces alone are the same.</summary>
static class LineDifference
{
    const int MostLines = 2_000;

    public static IReadOnlyList<DifferentLine> Between(string before, string after)
    {
        var (earlier, later) = (Lines(before), Lines(after));
        // Comparing thousands of different lines takes minutes: such texts are shown one after the other.
        if (earlier.Length + later.Length > MostLines) return [.. earlier.Select(Gone), .. later.Select(Added)];
        return [.. InlineDiffBuilder.Diff(string.Join('\n', earlier), string.Join('\n', later)).Lines.Where(line => line.Type is not ChangeType.Unchanged && line.Text.Length > 0).Select(Of)];
    }

    static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static DifferentLine Of(DiffPiece line) => line.Type == ChangeType.Inserted ? Added(line.Text) : Gone(line.Text);

    static DifferentLine Gone(string text) => new("gone", text);

    static DifferentLine Added(string text) => new("added", text);
}

/// <summary>A line that one of two has.</summary>
sealed record DifferentLine(string Kind, string Text);
