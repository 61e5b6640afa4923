namespace SmartKampung.Letters.Types.Editing;

/// <summary>All letter types, with what the village made of them.</summary>
static class ListTypes
{
    public const string Path = "/kelola/letters/jenis";

    public static string PathOf(string slug) => $"{Path}/{slug}";

    public static async Task<Page> Show(LetterTypes types, CancellationToken stop) =>
        Page.View("letters-types", new { types = await types.ListAsync(stop) });
}
