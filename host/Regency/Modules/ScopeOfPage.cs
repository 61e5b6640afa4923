using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Where a page of the regency sets something: for all villages, or for those of the district in its address.</summary>
static class ScopeOfPage
{
    /// <summary>Null for a district that there is not.</summary>
    public static ScopePath? PathOf(string? district, VillageRegistry villages)
    {
        if (string.IsNullOrEmpty(district)) return ScopePath.Regency;
        return villages.Villages.FindDistrict(district) is null ? null : ScopePath.OfDistrict(district);
    }

    public static string Query(string? district) => string.IsNullOrEmpty(district) ? "" : $"?kecamatan={Uri.EscapeDataString(district)}";

    public static IReadOnlyList<Area> DistrictsOf(VillageRegistry villages) =>
        [.. villages.Villages.Districts.Select(district => district.District).OrderBy(district => district.Name, StringComparer.OrdinalIgnoreCase)];
}
