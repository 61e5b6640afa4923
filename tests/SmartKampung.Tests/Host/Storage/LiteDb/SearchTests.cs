using LiteDB;
using LiteDB.Engine;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>How the terms of documents lie in a LiteDB file.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    readonly LiteDbFixture fixture = new();
    readonly Partition village = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Terms_of_another_analysis_are_made_anew_when_the_village_is_opened()
    {
        await Write("Pembangunan jembatan");
        await fixture.ReopenAsync(() => Edit((engine, entry) =>
        {
            entry["x"] = entry["x"].AsString.Replace("t=1(", "t=0(", StringComparison.Ordinal);
            engine.Update(Catalog.Collection, [entry]);
            engine.Update(entry["c"].AsString, [.. All(engine, entry["c"].AsString).Select(stored =>
            {
                stored["t"] = new BsonArray();
                stored["w"] = "";
                return stored;
            })]);
        }));
        Assert.Equal(1, await Leaflets().Search("membangun").CountAsync(Stop));
    }

    [Theory]
    [InlineData("jembatan gantung")]
    [InlineData("jemb")]
    [InlineData("zebra")]
    public async Task A_search_reads_by_the_index_of_terms_and_not_the_whole_collection(string typed)
    {
        await Write("Jembatan gantung", "Pasar", "Kopi");
        await fixture.ReopenAsync(() => Edit((engine, entry) =>
        {
            var shape = new SmartKampung.Host.Storage.Queries.QueryShape(Documents.TypeOf(typeof(Leaflet))) { Search = SmartKampung.Host.Search.Analysis.SearchQuery.Read(typed) };
            foreach (var query in QueryPlanner.Plan(shape, QueryPlanTests.Seal).Queries(new KeyFilter(shape, QueryPlanTests.Seal).Select(withBody: true)))
            {
                query.ExplainPlan = true;
                using var reader = engine.Query(entry["c"].AsString, query);
                Assert.True(reader.Read());
                Assert.Contains("$.t[*]", reader.Current["index"]["expr"].AsString, StringComparison.Ordinal);
                Assert.Matches("SEEK|RANGE", reader.Current["index"]["mode"].AsString);
            }
        }));
    }

    DocumentSet Documents => field ??= fixture.Store.Register("leaflets", new ServiceCollection()
        .AddDocuments<Leaflet>(d => d.Text(l => l.Title, weight: 3).Html(l => l.Body))
        .BuildServiceProvider().GetServices<DocumentRegistration>());

    IDocumentQuery<Leaflet> Leaflets() => fixture.Store.OpenSession(village, Documents).Query<Leaflet>();

    async Task Write(params string[] titles)
    {
        var session = fixture.Store.OpenSession(village, Documents);
        foreach (var title in titles) session.Store(new Leaflet { Title = title });
        await session.SaveChangesAsync(Stop);
    }

    void Edit(Action<LiteEngine, BsonDocument> edit)
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = fixture.FileOf(village), Collation = Collation.Binary });
        edit(engine, All(engine, Catalog.Collection).Single(entry => entry["_id"] == "leaflets/Leaflet"));
    }

    static List<BsonDocument> All(LiteEngine engine, string collection)
    {
        var all = new List<BsonDocument>();
        using var reader = engine.Query(collection, new Query());
        while (reader.Read()) all.Add((BsonDocument)reader.Current);
        return all;
    }
}
