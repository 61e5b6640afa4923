using System.Collections.Concurrent;

namespace SmartKampung.Host.Villages;

/// <summary>Makes entries that share what many villages have in common, so that all villages of the country fit into memory.</summary>
sealed class VillageEntries
{
    readonly ConcurrentDictionary<Area, Area> areas = new();
    readonly ConcurrentDictionary<string, string> words = new(StringComparer.Ordinal);

    public VillageEntry Of(VillageRecord record) => new(
        record with
        {
            District = areas.GetOrAdd(record.District, record.District),
            Regency = areas.GetOrAdd(record.Regency, record.Regency),
            PostalCode = words.GetOrAdd(record.PostalCode, record.PostalCode),
            TimeZone = words.GetOrAdd(record.TimeZone, record.TimeZone),
            EarlierCodes = Shared(record.EarlierCodes),
            Aliases = Shared(record.Aliases),
            HostNames = Shared(record.HostNames),
        },
        TimeZoneInfo.FindSystemTimeZoneById(record.TimeZone));

    static IReadOnlyList<T> Shared<T>(IReadOnlyList<T> list) => list.Count == 0 ? [] : list;
}
