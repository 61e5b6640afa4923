using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The portal's first page: search, map, all villages by district (or where those are too many by regency or province), figures and what modules tell of all villages.</summary>
static class ShowPortal
{
    const int MostNamed = 3;
    const int MostListed = 1000;

    public static async Task<Page> HandleAsync(
        HttpContext context, VillageRegistry villages, RegencyMaps maps, WrittenVillages written, IVillageFeatures features, PortalFigures figures, CancellationToken stop)
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
            districts = areas is null ? Districts(index) : [],
            areas,
            figures = figures.Of(context, index, known.Count),
            sections_above = sections.Where(section => section.IsAbove).Select(section => section.Html).ToList(),
            sections = sections.Where(section => !section.IsAbove).Select(section => section.Html).ToList(),
        });
    }

    /// <summary>All districts by name; their villages too, unless there are so many that the page would not load.</summary>
    static List<DistrictVillages> Districts(VillageIndex index)
    {
        var isShort = index.Open.Length <= MostListed;
        return [.. index.Districts.OrderBy(district => district.District.Name).Select(district => new DistrictVillages(
            district.District.Code, district.District.Name, district.Villages, isShort ? Villages(index, district.District) : []))];
    }

    static IReadOnlyList<VillageLink> Villages(VillageIndex index, Area district) =>
        [.. index.InDistrict(district.Code).OrderBy(entry => entry.Name).Select(VillageLink.In(index))];

    sealed record DistrictVillages(string Code, string Name, int Count, IReadOnlyList<VillageLink> Villages);
}
