using SmartKampung.Host.Modules;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Search;

/// <summary>A page of what a search found, as the templates show it.</summary>
/// <param name="Search">What was typed, or null.</param>
/// <param name="Total">How many pages were found.</param>
/// <param name="Hits">Those of this page, best first.</param>
/// <param name="Current">The number of this page, from 1.</param>
/// <param name="Last">The number of the last page.</param>
sealed record SearchResults(string? Search, int Total, IReadOnlyList<FoundHit> Hits, int Current, int Last)
{
    const int PerPage = 20;
    const byte TitleWeight = 2;

    public static SearchResults None { get; } = new(null, 0, [], 1, 1);

    public string PagesAddress => $"/cari?cari={Uri.EscapeDataString(Search ?? "")}&halaman=";

    /// <summary>Whether only words were typed that stand in every text.</summary>
    public bool IsCommon { get; init; }

    public string DirectoryAddress => $"/desa?cari={Uri.EscapeDataString(Search ?? "")}";

    /// <summary>At the portal: the first of the villages that are called so.</summary>
    public IReadOnlyList<VillageLink> Villages { get; init; } = [];

    public int VillageCount { get; init; }

    /// <summary>Modules' hits mixed: first what holds the most of the words in its title, then in the modules' own order. Null past the last page.</summary>
    public static SearchResults? Of(string search, SearchQuery query, IReadOnlyCollection<FoundPage> found, int page)
    {
        var last = Math.Max(1, (found.Count + PerPage - 1) / PerPage);
        if (page > last) return null;
        var shown = found
            .OrderByDescending(hit => InTitle(query, hit.Hit)).ThenBy(hit => hit.Place).ThenByDescending(hit => hit.Hit.Date)
            .Skip((page - 1) * PerPage).Take(PerPage);
        var excerpt = new Excerpt(query);
        return new(search, found.Count, [.. shown.Select(hit => FoundHit.Of(hit, excerpt))], page, last) { IsCommon = query.IsCommon };
    }

    /// <summary>The same page with the villages that its hits are of.</summary>
    public SearchResults In(VillageIndex villages)
    {
        var link = VillageLink.In(villages);
        return this with { Hits = [.. Hits.Select(hit => hit with { Village = villages.OwnerOf(hit.VillageSlug ?? "") is { } village ? link(village) : null })] };
    }

    static int InTitle(SearchQuery query, SearchHit hit)
    {
        var terms = TextAnalysis.Analyze([(hit.Title, TitleWeight)]);
        return query.Words.Sum(word => word.Score(terms));
    }
}

/// <summary>A page that was found, the words marked.</summary>
sealed record FoundHit(Html Title, string Path, Html Excerpt, DateTimeOffset? Date, string Module, string? VillageSlug)
{
    public VillageLink? Village { get; init; }

    public static FoundHit Of(FoundPage page, Excerpt excerpt) => new(
        excerpt.Whole(page.Hit.Title), page.Hit.Path, excerpt.Of(page.Hit.Text, page.Hit.Body), page.Hit.Date, page.ModuleName, page.Hit.VillageSlug);
}
