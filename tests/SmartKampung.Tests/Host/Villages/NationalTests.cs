using System.IO.Compression;
using SmartKampung.Host.Villages;
using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>All 83,762 villages of the country.</summary>
public sealed class NationalTests
{
    static readonly Lazy<IReadOnlyList<VillageRow>> Rows = new(Read);
    static readonly Lazy<ImportPlan> Plan = new(() => new(VillageIndex.Empty, new(), Rows.Value));
    static readonly Lazy<VillageIndex> Index = new(() => Records.Index(Plan.Value.Records));

    [Fact]
    public void Every_village_of_the_country_gets_an_address_of_its_own()
    {
        var result = Plan.Value;
        Assert.Equal(83_762, result.Records.Count);
        Assert.Equal(83_762, result.Records.Select(record => record.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Addresses_are_as_short_as_the_rule_allows()
    {
        var records = Plan.Value.Records;
        var names = records.CountBy(record => Slug.Of(record.Name)).ToDictionary();
        var withDistrict = records.CountBy(record => Slug.Of($"{record.Name} {record.District.Name}")).ToDictionary();
        var reserved = new ReservedSegments();
        string Name(VillageRecord record) => Slug.Of(record.Name);
        string WithDistrict(VillageRecord record) => Slug.Of($"{record.Name} {record.District.Name}");
        Assert.All(records.Where(record => names[Name(record)] > 1 || reserved.Contains(Name(record))), record => Assert.NotEqual(Name(record), record.Slug));
        var alone = records.Where(record => names[Name(record)] == 1 && !reserved.Contains(Name(record)) && !withDistrict.ContainsKey(Name(record))).ToArray();
        Assert.InRange(alone.Length, 30_000, 60_000);
        Assert.All(alone, record => Assert.Equal(Name(record), record.Slug));
        var inDistrict = records.Where(record => names[Name(record)] > 1 && withDistrict[WithDistrict(record)] == 1 && !names.ContainsKey(WithDistrict(record))).ToArray();
        Assert.InRange(inDistrict.Length, 20_000, 60_000);
        Assert.All(inDistrict, record => Assert.Equal(WithDistrict(record), record.Slug));
        Assert.InRange(records.Count(record => record.Slug == record.Code), 1, 376);
        Assert.InRange(records.Count(record => record.Slug.EndsWith(Slug.Of(record.Regency.Name.Replace("Kabupaten ", "", StringComparison.Ordinal)), StringComparison.Ordinal)), 100, 5_000);
    }

    [Theory]
    [InlineData("tamansari")]
    [InlineData("Suka Maju")]
    [InlineData("licin, BANYUWANGI")]
    [InlineData("6845")]
    [InlineData("35.10.24")]
    [InlineData("al-")]
    public void The_directory_finds_what_looking_at_every_village_finds(string text)
    {
        var index = Index.Value;
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var expected = index.Open.Where(entry => words.All(word => Has(entry, word))).Select(entry => entry.Code).Order();
        var found = new List<string>();
        for (var (page, last) = (1, 1); page <= last; page++)
        {
            var part = index.Search(text, page);
            last = part.LastPage;
            found.AddRange(part.Villages.Select(entry => entry.Code));
        }

        Assert.Equal(expected, found.Order());
        Assert.NotEmpty(found);
    }

    static bool Has(VillageEntry entry, string word) =>
        new[] { entry.Name, entry.District.Name, entry.Regency.Name, entry.Slug }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        || entry.Code.StartsWith(word, StringComparison.Ordinal) || entry.Record.PostalCode.StartsWith(word, StringComparison.Ordinal);

    [Theory]
    [InlineData("tamnasari-licin", "tamansari-licin")]
    [InlineData("kemirn", "kemiren")]
    public void The_nearest_of_all_names_is_the_one_that_was_meant(string typed, string meant)
    {
        var index = Index.Value;
        var nearest = index.NearestTo(typed);
        var least = index.Open.Min(entry => Math.Min(EditDistance.Within(9, Slug.Of(typed), entry.NameKey), EditDistance.Within(9, Slug.Of(typed), entry.Slug)));
        Assert.Equal(least, Math.Min(EditDistance.Within(9, Slug.Of(typed), nearest[0].NameKey), EditDistance.Within(9, Slug.Of(typed), nearest[0].Slug)));
        Assert.Contains(nearest, entry => entry.Slug == meant || entry.NameKey == Slug.Of(meant));
    }

    [Fact]
    public void A_village_costs_less_than_three_kilobytes()
    {
        var records = Plan.Value.Records.ToArray();
        var entries = new VillageEntries();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new VillageIndex(records.Select(entries.Of));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / index.All.Length;
        Assert.InRange(bytes, 0, 2_000);
    }

    [Fact]
    public void Second_import_of_the_country_changes_nothing()
    {
        var again = new ImportPlan(Index.Value, new(), Rows.Value);
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
