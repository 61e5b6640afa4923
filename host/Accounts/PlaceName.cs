using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>Where a role counts, in a word.</summary>
static class PlaceName
{
    /// <summary>The village's or the district's name; empty for the regency.</summary>
    public static string Of(string scope, VillageRegistry villages) => Scope.Parse(scope) switch
    {
        { Kind: ScopeKind.Village } place => villages.Find(place.VillageId)?.Name ?? "",
        { Kind: ScopeKind.District } place => villages.Villages.All.FirstOrDefault(village => village.District.Code == place.DistrictCode)?.District.Name ?? "",
        _ => "",
    };
}
