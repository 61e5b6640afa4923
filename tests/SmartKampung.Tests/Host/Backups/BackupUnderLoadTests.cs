using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Backups;

/// <summary>A backup that is made while many write is one state that existed, and holds all that was acknowledged before it began.</summary>
[LongCounts]
public sealed class BackupUnderLoadTests(TestHost host) : IClassFixture<TestHost>
{
    const int FewWriters = 4;
    const int ManyWriters = 32;

    readonly ConcurrentQueue<(Guid Document, int Count)> commits = new();
    volatile bool isOver;
    DocumentSet counters = null!;

    static string? Many => Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_BACKUPS");

    static int Backups => int.Parse(Many ?? "2", CultureInfo.InvariantCulture);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    IDocumentStore Store => host.Services.GetRequiredService<IDocumentStore>();

    VillageEntry Village => host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!;

    Partition Partition => Partition.OfVillage(Village.Id);

    [Fact]
    public async Task Each_restore_equals_a_state_that_existed_with_every_write_acknowledged_before()
    {
        counters = Store.Register("counting", new ServiceCollection().AddDocuments<Counter>().BuildServiceProvider().GetServices<DocumentRegistration>());
        Store.OnCommitted(Note);
        var writers = Enumerable.Range(0, Many is null ? FewWriters : ManyWriters).Select(_ => new Counter()).ToArray();
        var acknowledged = new int[writers.Length];
        var writing = writers.Select((counter, i) => Task.Run(() => WriteAsync(counter, acknowledged, i), Stop)).ToArray();
        for (var i = 0; i < Backups; i++) await BackUpAndCompareAsync(i, writers, acknowledged);
        isOver = true;
        await Task.WhenAll(writing);

        Assert.All(acknowledged, count => Assert.True(count > 0));
    }

    async Task WriteAsync(Counter counter, int[] acknowledged, int writer)
    {
        while (!isOver)
        {
            counter = counter with { Count = counter.Count + 1 };
            var session = Store.OpenSession(Partition, counters);
            session.Store(counter);
            await session.SaveChangesAsync(Stop);
            counter = counter with { Version = counter.Version + 1 };
            Volatile.Write(ref acknowledged[writer], counter.Count);
        }
    }

    async Task BackUpAndCompareAsync(int number, Counter[] writers, int[] acknowledged)
    {
        await Until.IsSoAsync(() => acknowledged.All(count => count > 0));
        var before = acknowledged.ToArray();
        var made = await host.Services.GetRequiredService<MakeBackup>().RunAsync(Village, BackupCause.Person, null, _ => { }, Stop);
        LongCountsAttribute.Tell($"backup {number}: nobody could write for {made.Pause.TotalMilliseconds:0.0} ms");
        var done = await host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(Path.Combine(host.DataFolder, "backups", made.File), null, $"35.10.24.29{number:00}"), _ => { }, Stop);
        var restored = (await Store.OpenSession(Partition.OfVillage(done.Village), counters).Query<Counter>().ToListAsync(Stop)).ToDictionary(counter => counter.Id, counter => counter.Count);

        Assert.True(made.IsVerified);
        for (var i = 0; i < writers.Length; i++) Assert.True(restored[writers[i].Id] >= before[i], "An acknowledged write is not in the backup.");
        Assert.Equal(StateAfter(restored.Values.Sum()), restored);
    }

    /// <summary>Each commit adds one, so their sum tells after which commit the state was.</summary>
    Dictionary<Guid, int> StateAfter(int commit)
    {
        var state = new Dictionary<Guid, int>();
        foreach (var (document, count) in commits.Take(commit)) state[document] = count;
        return state;
    }

    void Note(Commit commit)
    {
        if (commit.Partition != Partition || commit.Owner != "counting") return;
        foreach (var change in commit.Changes) commits.Enqueue((change.Document.Id, ((Counter)change.Document).Count));
    }
}
