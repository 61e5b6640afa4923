using System.Collections.Concurrent;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Knows which partitions had a damaged file set aside, now or under an earlier host, without walking the folder each time.</summary>
sealed class SetAsideFiles(DataFolder folder)
{
    readonly ConcurrentDictionary<Partition, bool> seen = new();
    readonly Lazy<IEnumerable<Partition>> earlier = new(() => [.. Find(folder)]);

    public void Add(Partition partition) => seen.TryAdd(partition, true);

    public IEnumerable<Partition> Partitions() => earlier.Value.Union(seen.Keys);

    static IEnumerable<Partition> Find(DataFolder folder)
    {
        if (new DatabasePaths(folder.DatabaseOf(Partition.Portal)).SetAside().Any()) yield return Partition.Portal;
        if (!Directory.Exists(folder.Villages)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder.Villages, "*.db.damaged-*"))
            if (Guid.TryParse(Path.GetFileName(file).Split('.')[0], out var village)) yield return Partition.OfVillage(village);
    }
}
