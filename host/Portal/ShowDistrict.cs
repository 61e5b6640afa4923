using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>A district with its villages, under its code; its name redirects there.</summary>
static class ShowDistrict
{
    public static Page Handle(string district, VillageRegistry villages, DistrictLists lists, DistrictMaps maps)
    {
        var index = villages.Villages;
        if (index.FindDistrict(district) is { } found) return Show(found, index, lists, maps);
        var named = index.Districts.FirstOrDefault(known => string.Equals(Slug.Of(known.District.Name), district, StringComparison.OrdinalIgnoreCase));
        return named is null ? Page.NotFound() : Page.MovedPermanently($"/kecamatan/{named.District.Code}");
    }

    static Page Show(Area district, VillageIndex index, DistrictLists lists, DistrictMaps maps)
    {
        var links = lists.Of(district.Code);
        return Page.View("portal-district", new
        {
            district,
            regency_name = index.InDistrict(district.Code).First().Regency.Name,
            villages = links,
            desa = links.Count(link => link.Kind == VillageKind.Desa),
            kelurahan = links.Count(link => link.Kind == VillageKind.Kelurahan),
            map = maps.Of(district.Code),
        });
    }
}
