using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>The village's search: what the modules find, and the village's own profile.</summary>
static class SearchVillage
{
    public static async Task<Page> HandleAsync(
        HttpContext context, string? cari, IVillageFeatures features, ProfileSearch profile, CancellationToken stop)
    {
        if (new SearchText(cari).Value is not { } search) return Page.View("village-search", new { search = (string?)null, hits = Array.Empty<FoundHit>() });
        var words = new SearchWords(search);
        var found = await features.SearchAsync(context, words, stop);
        FoundHit[] hits = [.. profile.Find(PresentVillage.Of(context)!, words, context), .. found.Select(page => FoundHit.Of(page.Hit, page.ModuleName))];
        return Page.View("village-search", new { search, hits });
    }
}

/// <summary>A page that was found, as the template shows it.</summary>
sealed record FoundHit(string Title, string Path, string Excerpt, DateTimeOffset? Date, string Module)
{
    public static FoundHit Of(SearchHit hit, string module) => new(hit.Title, hit.Path, hit.Excerpt, hit.Date, module);
}

/// <summary>Finds the village's profile by its officials and hamlets.</summary>
sealed class ProfileSearch(TextLibrary library)
{
    public IEnumerable<FoundHit> Find(Village village, SearchWords words, HttpContext context)
    {
        var texts = library.For(PageOwner.Host.Id, context);
        if (words.Words.Count == 0) return [];
        return Lines(village, texts)
            .Where(line => words.Words.All(word => line.Contains(word, StringComparison.CurrentCultureIgnoreCase)))
            .Select(line => new FoundHit(line, "/profil", texts["sitemap.profile"], null, texts["profile.title"]));
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
