using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>Which letter: found by what it is for, or from the list.</summary>
static class ChooseLetter
{
    const int LongestSearch = 100;
    const int Suggestions = 7;

    public static async Task<Page> Show(string? q, LetterTypes types, CancellationToken stop)
    {
        var words = q?.Trim() is { Length: <= LongestSearch } typed ? typed : "";
        var offered = (await types.OfferedAsync(stop)).Where(type => type.Audience != Audience.Staff).ToList();
        return Page.View("letter-choose", new
        {
            words,
            isSearched = words.Length > 0,
            found = TypeSearch.Find(offered, words).Select(OfferedLetter.Of).ToList(),
            all = offered.Select(OfferedLetter.Of).ToList(),
            suggestions = offered.SelectMany(type => type.Purposes.Take(1)).Distinct().Take(Suggestions).ToList(),
        });
    }
}

/// <summary>A letter in a list.</summary>
/// <param name="Type">The letter.</param>
/// <param name="Path">Its page.</param>
/// <param name="Via">Who has a say before it is signed, in order; empty for none.</param>
sealed record OfferedLetter(LetterType Type, string Path, IReadOnlyList<string> Via)
{
    static readonly string[] Named = [Roles.NeighborhoodHead, Roles.CommunityHead, Roles.HamletHead, Roles.DistrictHead];

    public static OfferedLetter Of(LetterType type) => new(type, $"/surat/{type.Slug}", [.. type.Steps.Select(step => step.Role).Where(Named.Contains).Distinct()]);
}
