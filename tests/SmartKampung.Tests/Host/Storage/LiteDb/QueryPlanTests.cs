using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class QueryPlanTests
{
    static readonly DocumentSet Documents = DocumentSet.Create("tests", new ServiceCollection()
        .AddDocuments<Rich>(d => d.Index(r => r.Number).Index(r => r.Text).Index(r => r.Tags).Unique(r => r.Key, r => r.Day).Text(r => r.Text))
        .BuildServiceProvider().GetServices<DocumentRegistration>());

    /// <summary>Nothing here is personal, so that it needs no key.</summary>
    internal static PartitionSeal Seal { get; } = new(new(new("nowhere")), Partition.Installation);

    [Fact]
    public void The_narrowest_index_is_read()
    {
        var (id, day) = (Guid.NewGuid(), new DateOnly(2026, 1, 1));
        Assert.Equal(("_id", true), Plan(r => r.Id == id));
        Assert.Equal(("_id", false), Plan(r => r.Id == id && r.Flag));
        Assert.Equal(("u0", false), Plan(r => r.Key == id && r.Day == day && r.Number == 1));
        Assert.Equal(("i0", true), Plan(r => r.Number == 1));
        Assert.Equal(("i0", true), Plan(r => r.Number >= 1 && r.Number < 5));
        Assert.Equal(("i0", true), Plan(r => r.Number >= 5 && r.Number < 1));
        Assert.Equal(("i0", true), Plan(r => new[] { 1, 2 }.Contains(r.Number)));
        Assert.Equal(("i0", false), Plan(r => 3 > r.Number && r.Flag));
        Assert.Equal(("i1", false), Plan(r => r.Text.StartsWith('a')));
        Assert.Equal(("i2", true), Plan(r => r.Tags.Contains("a")));
        Assert.Equal(("i0", true), Plan(r => r.Number == 1 || r.Number == 2 || r.Number == 1));
        Assert.Equal(("i1", false), Plan(r => (r.Text == "001" && r.Flag) || (r.Small == 2 && r.Text == "002")));
        Assert.Equal(("_id", false), Plan(r => r.Number == 1 || r.Flag));
        Assert.Equal(("_id", false), Plan(r => r.Number == 1 || r.Number > 2));
        Assert.Equal(("_id", false), Plan(r => r.Number < 0.5));
    }

    [Fact]
    public void Search_reads_the_documents_of_its_longest_word_alone()
    {
        var shape = new QueryShape(Documents.TypeOf(typeof(Rich))) { Search = SearchQuery.Read("air jembatan gunung") };
        Assert.Equal(new[] { "jembat", "jembatan" }.Select(IndexKey.Of), QueryPlanner.Plan(shape, Seal).Keys!.Select(key => key.AsBinary));
        Assert.Empty(QueryPlanner.Plan(shape, Seal).Ranges!);
        Assert.Single(QueryPlanner.Plan(shape with { Search = SearchQuery.Read("jembat") }, Seal).Ranges!);
        Assert.Empty(QueryPlanner.Plan(shape with { Search = SearchQuery.Read("!") }, Seal).Queries("_id"));
    }

    static (string Field, bool IsExact) Plan(Expression<Func<Rich, bool>> predicate)
    {
        var shape = new QueryShape(Documents.TypeOf(typeof(Rich))) { Predicates = [PredicateReader.Read(predicate, Documents.Getters)] };
        var plan = QueryPlanner.Plan(shape, Seal);
        return (plan.Field, plan.IsExact);
    }
}
