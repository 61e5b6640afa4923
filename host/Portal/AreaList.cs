using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Areas that lead to smaller ones and in the end to villages, for installations whose districts are too many for one page.</summary>
/// <param name="Key">What kind of areas these are, as the texts call them.</param>
/// <param name="Areas">The areas by name.</param>
sealed record AreaList(string Key, IReadOnlyList<AreaLink> Areas)
{
    const int MostDistricts = 100;
    const int MostRegencies = 60;

    /// <summary>The widest areas to begin with; null where all districts fit on the page.</summary>
    public static AreaList? Of(VillageIndex villages)
    {
        if (villages.Districts.Count <= MostDistricts) return null;
        return villages.Regencies.Count <= MostRegencies ? OfRegencies(villages.Regencies) : OfProvinces(villages);
    }

    /// <summary>The regencies of a province; null where it has none.</summary>
    public static AreaList? InProvince(VillageIndex villages, string code) =>
        villages.Regencies.Where(regency => regency.Regency.Code[..2] == code).ToList() is { Count: > 0 } regencies ? OfRegencies(regencies) : null;

    /// <summary>The districts of a regency; null where it has none.</summary>
    public static AreaList? InRegency(VillageIndex villages, string code) =>
        villages.Districts.Where(district => district.Regency.Code == code).ToList() is { Count: > 0 } districts
            ? new("district", [.. districts.Select(district => new AreaLink(district.District.Name, "/kecamatan/" + district.District.Code, district.Villages)).OrderBy(area => area.Name)])
            : null;

    static AreaList OfRegencies(IEnumerable<RegencyCount> regencies) =>
        new("regency", [.. regencies.Select(regency => new AreaLink(regency.Regency.Name, "/wilayah/" + regency.Regency.Code, regency.Villages)).OrderBy(area => area.Name)]);

    static AreaList OfProvinces(VillageIndex villages) => new("province",
    [
        .. villages.Regencies.GroupBy(regency => Provinces.Of(regency.Regency.Code))
            .Select(province => new AreaLink(province.Key.Name, "/wilayah/" + province.Key.Code, province.Sum(regency => regency.Villages)))
            .OrderBy(area => area.Name),
    ]);
}

/// <summary>An area in a list, with the number of its villages.</summary>
sealed record AreaLink(string Name, string Path, int Count);
