using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Villages;

public sealed class VillageSnapshotTests : IDisposable
{
    static readonly VillageRecord Village = Records.Of("35.10.24.2008", "Tamansari", "Licin", slug: "tamansari-licin") with
    {
        Kind = VillageKind.Kelurahan,
        PostalCode = "68454",
        Location = new(-8.1, 114.2),
        Aliases = ["tamansari"],
        HostNames = ["tamansari.desa.id"],
        EarlierCodes = [new("35.10.24.2099", new(2020, 1, 1))],
        Successor = new(Guid.NewGuid(), new(2026, 1, 1)),
        Origin = new(Guid.NewGuid(), new(2025, 1, 1)),
        TimeZone = "Asia/Jayapura",
        IsClosed = true,
        IsReadOnly = true,
        IsRehearsal = true,
        Version = 7,
    };

    static readonly VillageRecord Plain = new() { Code = "", Name = "", Slug = "", District = new("", ""), Regency = new("", "") };

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_goes_in_comes_out()
    {
        var change = Guid.NewGuid();
        Snapshot().Write(change, [Village, Plain, Village with { Id = Guid.NewGuid() }]);
        var read = Snapshot().Read(change)!;
        Assert.Equivalent(new[] { Village, Plain }, read.Take(2), strict: true);
        Assert.Equal(3, read.Count);
    }

    [Fact]
    public void The_village_of_these_tests_has_something_in_every_property()
    {
        foreach (var property in typeof(VillageRecord).GetProperties())
            Assert.NotEqual(JsonSerializer.Serialize(property.GetValue(Plain)), JsonSerializer.Serialize(property.GetValue(Village)));
    }

    [Fact]
    public void A_copy_from_before_another_change_does_not_count()
    {
        Snapshot().Write(Guid.NewGuid(), [Village]);
        Assert.Null(Snapshot().Read(Guid.NewGuid()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(200)]
    public void A_damaged_copy_does_not_count(int at)
    {
        var change = Guid.NewGuid();
        Snapshot().Write(change, [Village]);
        var file = Path.Combine(folder.FullName, "villages.snapshot");
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Null(Snapshot().Read(change));
        File.WriteAllBytes(file, bytes[..at]);
        Assert.Null(Snapshot().Read(change));
    }

    [Fact]
    public async Task A_host_with_very_many_villages_reads_the_copy_and_after_a_change_the_store()
    {
        await using (var store = Store()) await FillAsync(store);
        var copied = new FileInfo(Path.Combine(folder.FullName, "villages.snapshot"));
        Assert.True(copied.Exists);
        await using (var store = Store())
        {
            var registry = Registry(store);
            await registry.LoadAsync(TestContext.Current.CancellationToken);
            Assert.Equal(VillageSnapshot.Worthwhile, registry.Villages.All.Length);
            await registry.ChangeAsync(villages => [villages.FindByCode("35.10.00.0001")!.Record with { Name = "Anyar" }], TestContext.Current.CancellationToken);
        }

        await using (var store = Store())
        {
            using var registry = Registry(store);
            await registry.LoadAsync(TestContext.Current.CancellationToken);
            Assert.Equal("Anyar", registry.FindByCode("35.10.00.0001")!.Name);
        }
    }

    async Task FillAsync(IDocumentStore store)
    {
        using var registry = Registry(store);
        await registry.ChangeAsync(_ => [.. Enumerable.Range(0, VillageSnapshot.Worthwhile).Select(i => Records.Of($"35.10.00.{i:0000}", $"Desa {i}", "Licin", slug: $"desa-{i}"))], TestContext.Current.CancellationToken);
    }

    LiteDbDocumentStore Store() => new(new DataFolder(folder.FullName), Options.Create(new StorageOptions()), new(new(new(folder.FullName))), new DiskSync(), new DiskRoom(), TimeProvider.System, new(new UnheardMeters()), NullLoggerFactory.Instance);

    VillageRegistry Registry(IDocumentStore store) => new(new VillageDocuments(store), new Outbox(store, new WaitingVillages(store), TimeProvider.System), Snapshot());

    VillageSnapshot Snapshot() => new(new DataFolder(folder.FullName), NullLogger<VillageSnapshot>.Instance);
}
