using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The map of all villages; a page of its own, since it weighs more than a page should.</summary>
static class ShowMap
{
    public static Page Handle(VillageRegistry villages, RegencyMaps maps) =>
        Page.View("portal-map", new { total = villages.Villages.Open.Length, map = maps.Villages() });
}
