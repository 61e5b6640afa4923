namespace SmartKampung.Letters.Types.Editing;

/// <summary>A type with its parts, each of which has a page.</summary>
static class ShowType
{
    public static async Task<Page> Show(string slug, TypeEditor editor, IPapers papers, CancellationToken stop) =>
        await editor.FindAsync(slug, stop) is { } known
            ? Page.View("letters-type", new { known, type = known.Type, path = ListTypes.PathOf(slug), mistake = BodyMistake.Of(papers.FindMistake(known.Type.Body)) })
            : Page.NotFound();
}

/// <summary>Where a body is no template.</summary>
sealed record BodyMistake(int Line, int Column, string Reason)
{
    public static BodyMistake? Of(PaperTextException? mistake) => mistake is null ? null : new(mistake.Line, mistake.Column, mistake.Reason);
}
