using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Search;

/// <summary>Finds the pages that the village wrote itself.</summary>
sealed class OwnPageSearch(OwnPages pages, TextLibrary library)
{
    public async Task<IReadOnlyList<FoundPage>> FindAsync(string search, HttpContext context, CancellationToken stop)
    {
        var (texts, listed) = (library.For(PageOwner.Host.Id, context), PresentVillage.LookOf(context).Pages);
        if (!listed.Any(page => page.IsPublished)) return [];
        var found = await pages.SearchAsync(PresentVillage.Of(context)!.Id, search, stop);
        return [.. found.Select((page, place) => new FoundPage(HitOf(page, texts), texts["page.kind"], place))];
    }

    static SearchHit HitOf(VillagePage page, ITexts texts) =>
        new(page.Title.In(texts.Language), page.Listing.Path, "", page.ChangedAt) { Body = new Html(page.Body.In(texts.Language)) };
}
