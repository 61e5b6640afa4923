using SmartKampung.Letters.Types.Bases;

namespace SmartKampung.Letters.Types.Publishing;

/// <summary>What is published, by area, and what of the catalogue could be.</summary>
static class ListPublications
{
    public const string Path = "/kelola/letters/jenis";

    public static async Task<Page> Show(PublishingAreas areas, Publications publications, Catalogue catalogue, CancellationToken stop)
    {
        var published = (await publications.ListAsync(stop)).ToLookup(type => type.Area);
        return Page.View("letters-publications", new
        {
            areas = areas.All.Where(area => area.IsOwn || published.Contains(area.Code)).Select(area => ListedArea.Of(area, [.. published[area.Code]], catalogue)).ToList(),
            mayPublish = areas.Own.Count > 0,
        });
    }
}

/// <summary>An area in the list.</summary>
/// <param name="Area">The area.</param>
/// <param name="Published">What it publishes, by name.</param>
/// <param name="Others">What of the catalogue it could publish.</param>
sealed record ListedArea(PublishingArea Area, IReadOnlyList<ListedType> Published, IReadOnlyList<ListedType> Others)
{
    public static ListedArea Of(PublishingArea area, IReadOnlyList<PublishedType> published, Catalogue catalogue) => new(
        area,
        [.. published.OrderBy(type => type.Type.Name.Indonesian, StringComparer.OrdinalIgnoreCase).Select(type => new ListedType(type.Type, area.PathOf(type.Slug), type.Latest))],
        area.IsOwn ? [.. catalogue.Types.ExceptBy(published.Select(type => type.Slug), type => type.Slug).Select(type => new ListedType(type, $"{area.PathOf(type.Slug)}/ubah", null))] : []);
}

/// <summary>A type in the list.</summary>
/// <param name="Type">The type.</param>
/// <param name="Path">Its page.</param>
/// <param name="Edition">The latest one; null where it is not published.</param>
sealed record ListedType(LetterType Type, string Path, Edition? Edition);
