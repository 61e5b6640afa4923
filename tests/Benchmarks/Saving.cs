using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;
using SmartKampung.Sdk;

namespace SmartKampung.Benchmarks;

/// <summary>Rounds of one saver and of many at once by turns; each save is acknowledged after it is on disk.</summary>
static class Saving
{
    const int Rounds = 7;
    const int Savers = 64;
    const int SavesOfOne = 300;
    const int SavesOfEach = 60;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        var disk = new CountingDisk();
        await using var services = new ServiceCollection().AddMetrics().AddDocuments<Note>().BuildServiceProvider();
        await using var store = new LiteDbDocumentStore(
            new(folder.FullName), Options.Create(new StorageOptions()), new(new(new(folder.FullName))), disk, new(), TimeProvider.System, new(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()), NullLoggerFactory.Instance);
        var documents = store.Register("bench", services.GetServices<DocumentRegistration>());
        var village = Partition.OfVillage(Guid.NewGuid());
        Func<Task> save = () =>
        {
            var session = store.OpenSession(village, documents);
            session.Store(new Note());
            return session.SaveChangesAsync();
        };
        await SavesASecondAsync(save, 1, SavesOfOne);
        await SavesASecondAsync(save, Savers, SavesOfEach);
        var (one, many, syncs) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            one.Add(await SavesASecondAsync(save, 1, SavesOfOne));
            var before = disk.Syncs;
            many.Add(await SavesASecondAsync(save, Savers, SavesOfEach));
            syncs += disk.Syncs - before;
        }

        var ratio = Table.Median(many.Zip(one, (all, single) => all / single));
        return
        [
            new($"{Savers} savers beside one", $"{Table.Median(many):N0} beside {Table.Median(one):N0}", $"ratio {ratio:0.0}, goal 5.0"),
            new("saves by one sync", $"{(double)Rounds * Savers * SavesOfEach / syncs:0.0}", "at least 20"),
        ];
    }

    static async Task<double> SavesASecondAsync(Func<Task> save, int savers, int each)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, savers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await save();
        })));
        return savers * each / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    sealed record Note : Document;

    sealed class CountingDisk : IDiskSync
    {
        readonly DiskSync disk = new();

        public int Syncs { get; private set; }

        public void SyncFile(SafeFileHandle file)
        {
            Syncs++;
            disk.SyncFile(file);
        }

        public void SyncFolder(string folder) => disk.SyncFolder(folder);
    }
}
