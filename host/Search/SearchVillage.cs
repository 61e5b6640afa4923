using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Search;

/// <summary>The village's search: its own profile, and what the modules that are on find.</summary>
static class SearchVillage
{
    public static async Task<Page> HandleAsync(
        HttpContext context, string? cari, string? halaman, IVillageFeatures features, ProfileSearch profile, OwnPageSearch written, CancellationToken stop)
    {
        if (new SearchText(cari).Value is not { } search) return Page.View("village-search", SearchResults.None);
        var query = SearchQuery.Read(search);
        var found = query.Words.Count == 0 ? [] : await features.SearchAsync(context, new SearchWords(search), stop);
        var own = query.Words.Count == 0 ? [] : await written.FindAsync(search, context, stop);
        FoundPage[] pages = [.. profile.Find(PresentVillage.Of(context)!, query, context), .. own, .. found];
        return SearchResults.Of(search, query, pages, PageNumber.Of(halaman)) is { } results ? Page.View("village-search", results) : Page.NotFound();
    }
}

/// <summary>Finds the village's profile by its officials and hamlets.</summary>
sealed class ProfileSearch(TextLibrary library)
{
    public IEnumerable<FoundPage> Find(Village village, SearchQuery query, HttpContext context)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        return Lines(village, texts)
            .Where(line => query.Score(TextAnalysis.Analyze([(line, 2)])) > 0)
            .Select((line, place) => new FoundPage(new SearchHit(line, "/profil", texts["sitemap.profile"]), texts["profile.title"], place));
    }

    static IEnumerable<string> Lines(Village village, ITexts texts)
    {
        var hamlet = village.Kind == VillageKind.Kelurahan ? "hamlet.kelurahan" : "hamlet.desa";
        return
        [
            .. village.Profile.Officials.Select(official => $"{official.Name}, {official.Office.In(texts.Language)}"),
            .. village.Profile.Hamlets.Select(name => texts[hamlet, name]),
        ];
    }
}
