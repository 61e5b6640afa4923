using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SmartKampung.Letters.Types.Editing;

/// <summary>What the catalogue changed since the village made its own version, and where the own one differs from it now.</summary>
static class CompareType
{
    public static async Task<Page> Show(string slug, TypeEditor editor, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { Changed.Own: { } own, Origin: { } origin } known) return Page.NotFound();
        return Page.View("letters-type-difference", new
        {
            known,
            path = ListTypes.PathOf(slug),
            moved = known.Changed.Base is { } before ? Lines(before, origin) : [],
            own = Lines(origin, own),
        });
    }

    static IReadOnlyList<DifferentLine> Lines(LetterType before, LetterType after) =>
        [.. InlineDiffBuilder.Diff(Text(before), Text(after)).Lines.Where(line => line.Type is not ChangeType.Unchanged)
            .Select(line => new DifferentLine(line.Type == ChangeType.Inserted ? "added" : "gone", line.Text.Trim().TrimEnd(',')))];

    /// <summary>The file without the body, then the body line by line.</summary>
    static string Text(LetterType type) => $"{LetterJson.Write(type with { Body = "", IsOffered = true })}\n{type.Body}".ReplaceLineEndings("\n");
}

/// <summary>A line that one of two has.</summary>
sealed record DifferentLine(string Kind, string Text);
