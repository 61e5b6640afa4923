using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SmartKampung.News.Articles;

/// <summary>Two texts word by word: what stayed, what went, what came.</summary>
static class WordDifference
{
    const int MostWords = 4_000;
    const int Around = 80;

    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        if (before == after) return [];
        // Comparing thousands of different words takes minutes: such texts are shown one after the other.
        if (Words(before) + Words(after) > MostWords) return [new("gone", before), new("added", after)];
        return Shortened(Runs(InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines));
    }

    static int Words(string text) => text.Count(sign => sign is ' ' or '\n');

    static List<WordRun> Runs(IEnumerable<DiffPiece> pieces)
    {
        var runs = new List<WordRun>();
        foreach (var piece in pieces)
        {
            var kind = piece.Type switch { ChangeType.Inserted => "added", ChangeType.Deleted => "gone", _ => "same" };
            if (runs.Count > 0 && runs[^1].Kind == kind) runs[^1] = runs[^1] with { Text = runs[^1].Text + piece.Text };
            else runs.Add(new(kind, piece.Text));
        }

        return runs;
    }

    /// <summary>Of what stayed, the words around a change are enough.</summary>
    static IReadOnlyList<WordRun> Shortened(List<WordRun> runs) =>
        [.. runs.Select((run, place) => run.Kind == "same" ? run with { Text = Shortened(run.Text, place == 0, place == runs.Count - 1) } : run)];

    static string Shortened(string text, bool isFirst, bool isLast)
    {
        if (text.Length <= 3 * Around) return text;
        var (head, tail) = (Letters.Shorten(text, Around), text[^Around..]);
        if (isFirst) return "… " + tail;
        return isLast ? head + " …" : $"{head} … {tail}";
    }
}

/// <summary>Words in a row that have the same fate.</summary>
/// <param name="Kind">same, gone or added.</param>
/// <param name="Text">The words.</param>
sealed record WordRun(string Kind, string Text);
