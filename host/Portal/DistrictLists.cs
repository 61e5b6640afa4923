using System.Collections.Concurrent;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The districts and their villages by name, made once until a village changes.</summary>
sealed class DistrictLists(VillageRegistry villages)
{
    const int MostListed = 1000;

    volatile Kept? kept;

    /// <summary>All districts; their villages too, unless there are so many that the page would not load.</summary>
    public IReadOnlyList<DistrictVillages> All => Now.All.Value;

    /// <summary>The villages of a district.</summary>
    public IReadOnlyList<VillageLink> Of(string district) => Now.Of(district);

    Kept Now
    {
        get
        {
            var index = villages.Villages;
            if (kept is { } last && last.Index == index) return last;
            return kept = new(index);
        }
    }

    sealed class Kept
    {
        readonly ConcurrentDictionary<string, IReadOnlyList<VillageLink>> byDistrict = new(StringComparer.Ordinal);

        public Kept(VillageIndex index) => (Index, All) = (index, new(Districts));

        public VillageIndex Index { get; }

        public Lazy<IReadOnlyList<DistrictVillages>> All { get; }

        public IReadOnlyList<VillageLink> Of(string district) => byDistrict.GetOrAdd(district, Villages);

        IReadOnlyList<DistrictVillages> Districts() =>
        [
            .. Index.Districts.OrderBy(district => district.District.Name).Select(district => new DistrictVillages(
                district.District.Code, district.District.Name, district.Villages, Index.Open.Length <= MostListed ? Of(district.District.Code) : [])),
        ];

        IReadOnlyList<VillageLink> Villages(string district) =>
            [.. Index.InDistrict(district).OrderBy(entry => entry.Name).Select(VillageLink.In(Index))];
    }
}

/// <summary>A district with its villages, as a template lists it.</summary>
sealed record DistrictVillages(string Code, string Name, int Count, IReadOnlyList<VillageLink> Villages);
