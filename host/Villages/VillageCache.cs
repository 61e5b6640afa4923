using BitFaster.Caching.Lru;

namespace SmartKampung.Host.Villages;

/// <summary>The villages that were asked for lately, as handlers see them.</summary>
sealed class VillageCache(VillageDocuments documents)
{
    const int Capacity = 2048;

    readonly ConcurrentLru<Guid, Cached> cache = new(Capacity);

    /// <summary>The village with its profile. Neither waits nor allocates for a village that was asked for lately.</summary>
    public ValueTask<Village> GetAsync(VillageEntry entry, CancellationToken stop = default) =>
        cache.TryGet(entry.Id, out var cached) && ReferenceEquals(cached.Entry, entry) ? new(cached.Village) : new(LoadAsync(entry, stop));

    async Task<Village> LoadAsync(VillageEntry entry, CancellationToken stop)
    {
        var profile = await documents.OpenSession().LoadAsync<ProfileRecord>(entry.Id, stop);
        var village = Make(entry, profile?.Profile ?? new());
        cache.AddOrUpdate(entry.Id, new(entry, village));
        return village;
    }

    static Village Make(VillageEntry entry, VillageProfile profile) => new()
    {
        Id = entry.Id,
        Code = entry.Code,
        Name = entry.Name,
        Kind = entry.Record.Kind,
        District = entry.District,
        Regency = entry.Regency,
        Slug = entry.Slug,
        PostalCode = entry.Record.PostalCode,
        Location = entry.Record.Location,
        TimeZone = entry.TimeZone,
        Profile = profile,
    };

    sealed record Cached(VillageEntry Entry, Village Village);
}
