using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The villages that the person of a request may see: those of their district, or all.</summary>
sealed class VillagesInSight(VillageRegistry villages)
{
    public VillageEntry[] Of(HttpContext context) =>
        TerritoryOf(context) is { } districts ? [.. villages.Villages.All.Where(village => districts.Contains(village.District.Code))] : villages.Villages.All;

    /// <summary>The village that has the code or had it, if they may see it.</summary>
    public VillageEntry? Find(string code, HttpContext context) =>
        villages.FindByCode(code) is { } village && (TerritoryOf(context) is not { } districts || districts.Contains(village.District.Code)) ? village : null;

    /// <summary>The districts of the villages in sight, by code.</summary>
    public IReadOnlyList<Area> DistrictsOf(HttpContext context) => [.. Of(context).Select(village => village.District).DistinctBy(district => district.Code)];

    static IReadOnlyCollection<string>? TerritoryOf(HttpContext context) =>
        context.User.IsSystemAdministrator() ? null : SignedIn.Of(context) is { Token: null } person ? person.Districts : [];
}
