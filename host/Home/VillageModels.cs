using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;

namespace SmartKampung.Host.Home;

/// <summary>Makes what the templates show of a village, in the reader's language.</summary>
sealed class VillageModels(TextLibrary library, DistrictMaps maps, DistrictLists lists, TimeProvider clock)
{
    public VillageModel Of(Village village, HttpContext context) =>
        new(village, library.For(PageOwner.Host.Id, context), maps.Of(village.District.Code, village), NeighboursOf(village), TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone));

    IReadOnlyList<VillageLink> NeighboursOf(Village village) =>
        [.. lists.Of(village.District.Code).Where(link => link.Slug != village.Slug)];
}
