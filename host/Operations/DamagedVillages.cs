using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Operations;

/// <summary>Tells by their codes which villages' data are damaged, and what is left of them.</summary>
sealed class DamagedVillages(IDocumentStore store, VillageRegistry villages)
{
    public IReadOnlyDictionary<string, string> Describe(IEnumerable<Partition> unusable) => unusable
        .Where(partition => partition.Kind == PartitionKind.Village)
        .ToDictionary(partition => villages.Find(partition.Id)?.Code ?? partition.Id.ToString(), partition => store.Health(partition).Reason ?? "");
}
