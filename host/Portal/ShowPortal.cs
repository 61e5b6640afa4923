using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The portal's first page: search, map, all villages by district (or where those are too many by regency or province), figures and what modules tell of all villages.</summary>
static class ShowPortal
{
    const int MostNamed = 3;

    public static async Task<Page> HandleAsync(
        HttpContext context, VillageRegistry villages, DistrictLists lists, RegencyMaps maps, WrittenVillages written, IVillageFeatures features, PortalFigures figures, CancellationToken stop)
    {
        var index = villages.Villages;
        var known = await written.ListAsync(stop);
        var areas = AreaList.Of(index);
        var sections = await features.SectionsAsync(context, stop);
        return Page.View("portal-home", new
        {
            total = index.Open.Length,
            desa = index.Desa,
            kelurahan = index.Open.Length - index.Desa,
            written = known.Take(MostNamed).Select(VillageLink.In(index)).ToList(),
            map = maps.Districts(known.Take(MostNamed)),
            districts = areas is null ? lists.All : [],
            areas,
            figures = figures.Of(context, index, known.Count),
            sections_above = sections.Where(section => section.IsAbove).Select(section => section.Html).ToList(),
            sections = sections.Where(section => !section.IsAbove).Select(section => section.Html).ToList(),
        });
    }
}
