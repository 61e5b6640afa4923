using SmartKampung.Host.Modules;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Search;

/// <summary>The portal's search: villages by name, and what modules keep of all villages.</summary>
static class SearchPortal
{
    const int MostVillages = 5;

    public static async Task<Page> HandleAsync(
        HttpContext context, string? cari, string? halaman, IVillageFeatures features, VillageRegistry registry, CancellationToken stop)
    {
        if (new SearchText(cari).Value is not { } search) return Page.View("portal-search", SearchResults.None);
        var query = SearchQuery.Read(search);
        var found = query.Words.Count == 0 ? [] : await features.SearchAsync(context, new SearchWords(search), stop);
        if (SearchResults.Of(search, query, found, PageNumber.Of(halaman)) is not { } results) return Page.NotFound();
        var named = registry.Villages.Search(search, 1);
        return Page.View("portal-search", results.In(registry.Villages) with
        {
            Villages = [.. named.Villages.Take(MostVillages).Select(VillageLink.In(registry.Villages))],
            VillageCount = named.Total,
        });
    }
}
