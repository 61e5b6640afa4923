using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The outlines by the villages that have them now. They were drawn under codes that villages may since have changed or lost to another.</summary>
sealed class PresentOutlines(Outlines outlines, VillageRegistry villages)
{
    volatile OutlinesByVillage? known;

    public OutlinesByVillage Now
    {
        get
        {
            var index = villages.Villages;
            if (known is { } last && last.Villages == index) return last;
            return known = new(index, outlines.Villages);
        }
    }
}

/// <summary>The outlines by village, as the villages are at one moment.</summary>
sealed class OutlinesByVillage(VillageIndex villages, IEnumerable<Outline> outlines)
{
    readonly ILookup<Guid?, Outline> byVillage = outlines.ToLookup(outline => villages.FindByCode(outline.Code) is { } village ? villages.PresentOf(village).Id : (Guid?)null);

    public VillageIndex Villages { get; } = villages;

    /// <summary>The outline of a village, and those of villages that became part of it.</summary>
    public IReadOnlyList<Outline> Of(VillageEntry village) => [.. byVillage[village.Id]];
}
