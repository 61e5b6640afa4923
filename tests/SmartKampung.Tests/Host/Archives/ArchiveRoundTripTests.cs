using SmartKampung.Host.Archives;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Storage.LiteDb;
using SmartKampung.Tests.Host.Storage;
using SmartKampung.Tests.Host.Villages;

namespace SmartKampung.Tests.Host.Archives;

/// <summary>Documents of every shape that can be stored, out of one installation and into another.</summary>
public sealed class ArchiveRoundTripTests : IModuleCatalog
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    IReadOnlyList<ModuleInfo> IModuleCatalog.Modules => [];

    ModuleInfo? IModuleCatalog.Find(string id) => null;

    ModuleRemains IModuleCatalog.RemainsOf(string id) => new(0, 0, 0);

    [RandomRuns(20)]
    public async Task What_is_exported_is_imported_equal(int seed)
    {
        await using var from = new LiteDbFixture();
        await using var to = new LiteDbFixture();
        var village = new VillageEntries().Of(Records.Of("35.10.24.2001", "Kluncing", "Licin"));
        var partition = Partition.OfVillage(village.Id);
        var samples = new RichSamples(seed);
        Rich[] saved = [.. Enumerable.Range(0, 5).Select(_ => samples.Next())];
        await from.Save(partition, [.. saved, new Counter { Count = seed }]);
        var name = await PrivateFilesIn(from).Of(village.Id, "tests").SaveAsync("akta"u8.ToArray(), Stop);
        await from.Save(partition, saved[0] with { Version = 1, Note = "again" });

        await using var archive = await new ExportDocuments(from.Store, new(from.Data, new DiskSync(), new()), PrivateFilesIn(from), this, from.Clock).RunAsync(village, Stop);
        var import = new ImportDocuments(to.Store, new Outbox(to.Store, new WaitingVillages(to.Store), to.Clock), new(to.Data, new DiskSync(), new()), PrivateFilesIn(to), module => module == "tests" ? to.Documents : null);
        var (done, _) = await import.RunAsync(village, archive, [], isTrial: false, Stop);

        Assert.Equal((6, 1), (done?.Documents, done?.Files));
        Assert.Equal("akta"u8.ToArray(), await PrivateFilesIn(to).Of(village.Id, "tests").ReadAsync(name, Stop));
        Assert.Equal(Bodies(from, partition), Bodies(to, partition));
        Assert.Equal(2, (await to.Session(partition).LoadAsync<Rich>(saved[0].Id, Stop))!.Version);
        Assert.Equal(1, await to.Session(partition).Query<Rich>().Where(rich => rich.Id == saved[1].Id && rich.Text == saved[1].Text).CountAsync(Stop));
    }

    static PrivateFileStore PrivateFilesIn(LiteDbFixture fixture) => new(fixture.Data, new(new(fixture.Data)), new DiskSync(), new());

    static List<string> Bodies(LiteDbFixture fixture, Partition partition)
    {
        using var copy = fixture.Store.Copy(partition);
        return [.. copy.Types.Where(type => type.Owner == "tests").SelectMany(type => copy.Read(type).Select(body => type + System.Text.Encoding.UTF8.GetString(body))).Order(StringComparer.Ordinal)];
    }
}
