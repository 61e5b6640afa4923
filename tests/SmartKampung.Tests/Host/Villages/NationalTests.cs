using System.Diagnostics;
using System.IO.Compression;
using SmartKampung.Host.Villages;
using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>All 83,762 villages of the country.</summary>
public sealed class NationalTests
{
    static readonly Lazy<IReadOnlyList<VillageRow>> Rows = new(Read);

    [Fact]
    public void Every_village_of_the_country_gets_an_address_of_its_own()
    {
        var result = new ImportPlan(VillageIndex.Empty, new(), Rows.Value);
        Assert.Equal(83_762, result.Records.Count);
        Assert.Equal(83_762, result.Records.Select(record => record.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_village_costs_less_than_three_kilobytes()
    {
        var records = new ImportPlan(VillageIndex.Empty, new(), Rows.Value).Records.ToArray();
        var entries = new VillageEntries();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = new VillageIndex(records.Select(entries.Of));
        var elapsed = watch.Elapsed;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / index.All.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes beside the record, {elapsed.TotalMilliseconds:0} ms");
        Assert.InRange(bytes, 0, 2_000);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Second_import_of_the_country_changes_nothing()
    {
        var records = new ImportPlan(VillageIndex.Empty, new(), Rows.Value).Records;
        var again = new ImportPlan(Records.Index(records), new(), Rows.Value);
        Assert.Equal(new ImportResult(0, 0, 83_762, []), again.Result);
    }

    static IReadOnlyList<VillageRow> Read()
    {
        using var file = new GZipStream(File.OpenRead(Repository.Path("tests", "Fixtures", "villages-national.csv.gz")), CompressionMode.Decompress);
        var read = new VillageCsv(new()).Read(file);
        Assert.Empty(read.Errors);
        return read.Rows;
    }
}
