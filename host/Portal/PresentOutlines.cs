using System.Collections.Frozen;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The outlines by the villages that have them now. They were drawn under codes that villages may since have changed or lost to another.</summary>
sealed class PresentOutlines(Outlines outlines, OwnOutlines own, VillageRegistry villages)
{
    volatile OutlinesByVillage? known;

    public OutlinesByVillage Now
    {
        get
        {
            var (index, drawn) = (villages.Villages, own.Now);
            if (known is { } last && last.Villages == index && last.Own == drawn) return last;
            return known = new(index, outlines.Villages, drawn);
        }
    }
}

/// <summary>The outlines by village, as the villages are at one moment.</summary>
sealed class OutlinesByVillage(VillageIndex villages, IEnumerable<Outline> outlines, FrozenDictionary<Guid, Outline> own)
{
    readonly ILookup<Guid?, Outline> byVillage = outlines.ToLookup(outline => villages.FindByCode(outline.Code) is { } village ? villages.PresentOf(village).Id : (Guid?)null);

    public VillageIndex Villages { get; } = villages;

    public FrozenDictionary<Guid, Outline> Own { get; } = own;

    /// <summary>The outline that a village drew of itself, else the register's, and those of villages that became part of it.</summary>
    public IReadOnlyList<Outline> Of(VillageEntry village) => Own.TryGetValue(village.Id, out var drawn) ? [drawn] : [.. byVillage[village.Id]];
}
