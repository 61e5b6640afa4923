using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>Villages for tests that need no store.</summary>
static class Records
{
    public static VillageRecord Of(string code, string name, string district, string regency = "Kabupaten Banyuwangi", string slug = "") => new()
    {
        Code = code,
        Name = name,
        District = new(VillageCode.District(code), district),
        Regency = new(VillageCode.Regency(code), regency),
        Slug = slug,
    };

    public static VillageIndex Index(params IEnumerable<VillageRecord> records)
    {
        var entries = new VillageEntries();
        return new(records.Select(entries.Of));
    }

    public static IReadOnlyList<string> Assigned(VillageIndex existing, params VillageRecord[] villages) =>
        [.. new SlugAssignment(existing, new()).Assign(villages).Select(village => village.Slug)];
}
