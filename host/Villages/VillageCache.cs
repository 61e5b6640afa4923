using BitFaster.Caching.Lru;

namespace SmartKampung.Host.Villages;

/// <summary>The villages that were asked for lately, as handlers see them.</summary>
sealed class VillageCache(VillageDocuments documents)
{
    const int Capacity = 2048;

    readonly ConcurrentLru<Guid, KnownVillage> cache = new(Capacity);

    /// <summary>The village with its profile. Neither waits nor allocates for a village that was asked for lately.</summary>
    public ValueTask<Village> GetAsync(VillageEntry entry, CancellationToken stop = default) =>
        Find(entry) is { } known ? new(known.Village) : new(LoadVillageAsync(entry, stop));

    /// <summary>The village with its profile and how it arranged its site; as quick.</summary>
    public ValueTask<KnownVillage> FindAsync(VillageEntry entry, CancellationToken stop = default) =>
        Find(entry) is { } known ? new(known) : new(LoadAsync(entry, stop));

    KnownVillage? Find(VillageEntry entry) => cache.TryGet(entry.Id, out var known) && ReferenceEquals(known.Entry, entry) ? known : null;

    async Task<Village> LoadVillageAsync(VillageEntry entry, CancellationToken stop) => (await LoadAsync(entry, stop)).Village;

    async Task<KnownVillage> LoadAsync(VillageEntry entry, CancellationToken stop)
    {
        var record = await documents.OpenSession().LoadAsync<ProfileRecord>(entry.Id, stop);
        var known = new KnownVillage(entry, Make(entry, record?.Profile ?? new()), record?.Look ?? VillageLook.Default);
        cache.AddOrUpdate(entry.Id, known);
        return known;
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
        IsReadOnly = entry.IsReadOnly,
        Profile = profile,
    };
}

/// <summary>A village as requests meet it.</summary>
sealed record KnownVillage(VillageEntry Entry, Village Village, VillageLook Look);
