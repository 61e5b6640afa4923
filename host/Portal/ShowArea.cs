using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>A province with its regencies, or a regency with its districts, under its code.</summary>
static class ShowArea
{
    public static Page Handle(string code, VillageRegistry villages)
    {
        var index = villages.Villages;
        if (AreaList.InProvince(index, code) is { } regencies) return Show(Provinces.Of(code), null, regencies);
        return AreaList.InRegency(index, code) is { } districts ? Show(index.FindRegency(code)!, ProvinceOf(code, index), districts) : Page.NotFound();
    }

    static Area? ProvinceOf(string code, VillageIndex index) => index.Regencies.Count > 1 ? Provinces.Of(code) : null;

    static Page Show(Area area, Area? province, AreaList areas) =>
        Page.View("portal-area", new { area, province, areas, count = areas.Areas.Sum(link => link.Count) });
}
