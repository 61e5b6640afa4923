using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class LiteDbConformance : DocumentStoreConformance
{
    readonly TemporaryFolder folder = new();
    readonly PersonalSeals seals;

    public LiteDbConformance() => seals = new(new(folder.Data));

    private protected override IDocumentStore OpenStore() => new LiteDbDocumentStore(
        folder.Data, Options.Create(new StorageOptions()), seals, new DiskSync(), new DiskRoom(), TimeProvider.System, new(new UnheardMeters()), NullLoggerFactory.Instance);

    private protected override void RenewPersonalKey() => PersonalKeys.Renew(folder.FullName);

    private protected override PartitionSeal SealOf(Partition partition) => seals.Of(partition);

    private protected override Task CleanAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
