using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>Tells a module which villages the person of a request may see.</summary>
sealed class ModuleVillagesInSight(VillagesInSight villages, CapsuleContext context) : IVillagesInSight
{
    public IReadOnlyList<VillageInSight> All => field ??= context.Http is { } http
        ? [.. villages.Of(http).Where(village => !village.IsClosed).OrderBy(village => village.Code, StringComparer.Ordinal).Select(Of)]
        : [];

    public IReadOnlyList<Area> Districts => field ??= [.. All.Select(village => village.District).DistinctBy(district => district.Code)];

    public VillageInSight? Find(string code) => context.Http is { } http && villages.Find(code, http) is { IsClosed: false } village ? Of(village) : null;

    static VillageInSight Of(VillageEntry village) => new(village.Code, village.Name, village.Record.Kind, village.Slug, village.District, village.TimeZone);
}
