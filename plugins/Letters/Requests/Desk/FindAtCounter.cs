using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>At the counter: who stands there, then which letter.</summary>
static class FindAtCounter
{
    public const string Path = "/kelola/letters/loket";

    const int Found = 20;

    public static async Task<Page> Show(string? cari, IResidents residents, CancellationToken stop)
    {
        var words = cari?.Trim() is { Length: <= 100 } typed ? typed : "";
        try
        {
            return Page.View("letters-counter", new { words, people = words.Length > 0 ? await residents.SearchAsync(words, Found, stop) : [], mayFind = true });
        }
        catch (UnauthorizedAccessException)
        {
            return Page.View("letters-counter", new { words, people = Array.Empty<FoundResident>(), mayFind = false });
        }
    }

    public static async Task<Page> Choose(Guid resident, IResidents residents, IDocumentSession session, LetterTypes types, ITexts texts, CancellationToken stop)
    {
        if (await OpenAsync(resident, texts["counter.title"], residents, session, stop) is not { } person) return Page.NotFound();
        return Page.View("letters-counter-type", new { person, types = await types.OfferedAsync(stop), path = $"{Path}/{resident}" });
    }

    /// <summary>Opens a record, and writes down that it was read.</summary>
    public static async Task<ResidentData?> OpenAsync(Guid resident, string purpose, IResidents residents, IDocumentSession session, CancellationToken stop)
    {
        try
        {
            if (await residents.OpenAsync(resident, purpose, stop) is not { } person) return null;
            await session.SaveChangesAsync(stop);
            return person;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
