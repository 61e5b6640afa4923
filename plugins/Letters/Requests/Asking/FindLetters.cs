using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>Letters in the village's search and for search engines.</summary>
static class FindLetters
{
    public static async Task<IReadOnlyList<SearchHit>> InVillage(SearchWords words, LetterTypes types, ITexts texts, CancellationToken stop) =>
        [.. TypeSearch.Find(await PublicAsync(types, stop), words.Text).Select(type => new SearchHit(
            type.Name.In(texts.Language), $"/surat/{type.Slug}", $"{type.About.In(texts.Language)} {string.Join(". ", type.Purposes.Select(purpose => purpose.In(texts.Language)))}"))];

    public static async Task<IReadOnlyList<SitemapEntry>> List(LetterTypes types, CancellationToken stop) =>
        [new("/surat"), .. (await PublicAsync(types, stop)).Select(type => new SitemapEntry($"/surat/{type.Slug}"))];

    static async Task<IEnumerable<LetterType>> PublicAsync(LetterTypes types, CancellationToken stop) =>
        (await types.OfferedAsync(stop)).Where(type => type.Audience != Audience.Staff);
}
