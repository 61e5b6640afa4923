using SmartKampung.Letters.Types.Bases;
using SmartKampung.Letters.Types.Comparing;

namespace SmartKampung.Letters.Types.Editing;

/// <summary>What moved in the base since the village made its own version, and where the own one differs from it now.</summary>
static class CompareType
{
    public static async Task<Page> Show(string slug, TypeEditor editor, TypeDifference difference, CancellationToken stop)
    {
        if (await editor.FindAsync(slug, stop) is not { IsChanged: true, Changed: { Own: { } own } changed, Base: { } given } known) return Page.NotFound();
        var moved = changed.Base is { } before ? difference.Between(before, given.Type) : [];
        var touched = changed.Base is { } made ? difference.Between(made, own).Select(part => part.Key).ToHashSet() : [];
        return Page.View("letters-type-difference", new
        {
            known,
            path = ListTypes.PathOf(slug),
            told = Told(given, changed.BaseSeenAt),
            moved = moved.Select(part => new MovedPart(part, touched.Contains(part.Key))).ToList(),
            own = difference.Between(given.Type, own),
        });
    }

    /// <summary>What was published since the village looked, the latest first.</summary>
    static List<Edition> Told(TypeBase given, DateTimeOffset? seen) => [.. given.Editions.Where(edition => seen is null || edition.At > seen).Reverse()];
}

/// <summary>A part of the base that moved.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsOwn">Whether the village changed it too.</param>
sealed record MovedPart(DifferentPart Part, bool IsOwn);
