using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Which module goes on or off, and where; typed in the address while it is chosen, and in a form once it is started.</summary>
/// <param name="Key">Names the roll-out, so that a button pressed twice starts one.</param>
/// <param name="Module">The module's id.</param>
/// <param name="Direction">on or off.</param>
/// <param name="Target">villages, district or all.</param>
/// <param name="District">The code of the district.</param>
/// <param name="Villages">The codes of the villages.</param>
sealed record RollOutOrder(Guid Key, [Required] string Module, [Required] string Direction, [Required] string Target, string? District, IReadOnlyList<string> Villages)
{
    internal bool IsOn => Direction == "on";

    internal IReadOnlyList<VillageEntry> TargetsIn(VillageIndex index) => Target switch
    {
        "all" => index.Open,
        "district" => [.. index.InDistrict(District ?? "")],
        _ => [.. (Villages ?? []).Select(index.FindByCode).OfType<VillageEntry>().Where(village => !village.IsClosed).DistinctBy(village => village.Id)],
    };
}
