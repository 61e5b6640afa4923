using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class LiteDbConformance : DocumentStoreConformance
{
    readonly TemporaryFolder folder = new();

    private protected override IDocumentStore OpenStore() => new LiteDbDocumentStore(
        folder.Data, Options.Create(new StorageOptions()), new(new(folder.Data)), new DiskSync(), new DiskRoom(), TimeProvider.System, new(new UnheardMeters()), NullLoggerFactory.Instance);

    private protected override Task CleanAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
