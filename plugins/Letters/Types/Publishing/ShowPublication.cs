using System.Text;
using SmartKampung.Letters.Types.Comparing;

namespace SmartKampung.Letters.Types.Publishing;

/// <summary>A published type: its editions, and where it differs from what the villages would have without it.</summary>
static class ShowPublication
{
    public static async Task<Page> Show(string area, string slug, PublishingAreas areas, Publications publications, TypeDifference difference, CancellationToken stop)
    {
        if (areas.Find(area) is not { } found || await publications.FindAsync(found, slug, stop) is not { } published) return Page.NotFound();
        var below = await publications.BelowAsync(found, slug, stop);
        return Page.View("letters-publication", new
        {
            area = found,
            published,
            path = found.PathOf(slug),
            editions = published.Editions.Reverse().ToList(),
            isNew = below is null,
            parts = below is null ? [] : difference.Between(below, published.Type),
        });
    }

    /// <summary>The file of what would be published next, to be changed elsewhere.</summary>
    public static async Task<IResult> Take(string area, string slug, Publications publications, CancellationToken stop) =>
        await publications.BeginAsync(area, slug, stop) is { Type: var type } ? Results.File(Encoding.UTF8.GetBytes(LetterJson.Write(type)), "application/json", $"{slug}.json") : Page.NotFound();
}
