using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>Makes what the templates show of a village, in the reader's language.</summary>
sealed class VillageModels(TextLibrary library, DistrictMaps maps, VillageRegistry villages, TimeProvider clock)
{
    public VillageModel Of(Village village, HttpContext context) =>
        new(village, library.For(PageOwner.Host.Id, context), maps.Of(village.District.Code, village), NeighboursOf(village), TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone));

    IReadOnlyList<VillageLink> NeighboursOf(Village village) =>
        [.. villages.Villages.InDistrict(village.District.Code).Where(entry => entry.Id != village.Id).OrderBy(entry => entry.Name).Select(VillageLink.In(villages.Villages))];
}
