using System.Text;

namespace SmartKampung.Letters.Types.Editing;

/// <summary>A type as a file for another village.</summary>
static class TakeType
{
    public static async Task<IResult> Take(string slug, TypeEditor editor, CancellationToken stop) =>
        await editor.FindAsync(slug, stop) is { } known ? Results.File(Encoding.UTF8.GetBytes(LetterJson.Write(known.Type)), "application/json", $"{slug}.json") : Page.NotFound();
}
