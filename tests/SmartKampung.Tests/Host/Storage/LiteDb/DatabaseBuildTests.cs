using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>A partition that is built from another's documents, without knowing their types, and put in its place.</summary>
public sealed class DatabaseBuildTests
{
    static readonly Partition From = Partition.OfVillage(Guid.NewGuid());
    static readonly Partition To = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [RandomRuns(20)]
    public async Task What_is_built_from_a_copy_is_equal_and_found_by_its_indexes(int seed)
    {
        await using var fixture = new LiteDbFixture();
        var samples = new RichSamples(seed);
        Rich[] saved = [.. Enumerable.Range(0, 5).Select(_ => samples.Next())];
        await fixture.Save(From, [.. saved, new Counter { Count = seed }]);
        await fixture.Save(From, saved[0] with { Version = 1, Note = "again" });
        await fixture.Save(To, new Counter { Count = 1 }, new Counter { Count = 2 });

        fixture.Store.Replace(To, Build(fixture, From, fixture.Documents));

        Assert.Equal(Bodies(fixture, From), Bodies(fixture, To));
        Assert.Equal(1, await fixture.Count(To));
        Assert.Equal(saved.Count(rich => rich.Text == saved[1].Text), await fixture.Session(To).Query<Rich>().Where(rich => rich.Text == saved[1].Text).CountAsync(Stop));
        await fixture.Save(To, (await fixture.Session(To).LoadAsync<Rich>(saved[0].Id, Stop))! with { Note = "and again" });
        await fixture.ReopenAsync();
        Assert.Equal(3, (await fixture.Session(To).LoadAsync<Rich>(saved[0].Id, Stop))!.Version);
    }

    [Fact]
    public async Task Documents_of_an_older_schema_are_upgraded_and_those_of_a_newer_one_are_refused()
    {
        await using var fixture = new LiteDbFixture();
        var first = Register(fixture, services => services.AddDocuments<Shapes.First.Shop>());
        var second = Register(fixture, services => services.AddDocuments<Shapes.Second.Shop>(d => d.Unique(shop => shop.Title).Upgrade(1, json =>
        {
            json["Title"] = json["Name"]!.GetValue<string>() + "!";
            json.Remove("Name");
            return json;
        })));
        await SaveAsync(fixture, first, new Shapes.First.Shop { Name = "Sari" });

        fixture.Store.Replace(To, Build(fixture, From, second));
        Assert.Equal(1, await fixture.Store.OpenSession(To, second).Query<Shapes.Second.Shop>().Where(shop => shop.Title == "Sari!").CountAsync(Stop));
        var refusal = Assert.Throws<StorageUnavailableException>(() => Build(fixture, To, first));
        Assert.Contains("has schema 2 here, this version of the module knows 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_partition_is_whole_again_once_it_was_replaced()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(From, new Counter());
        await fixture.Save(To, new Counter(), new Counter());
        await fixture.ReopenAsync(() => File.WriteAllBytes(fixture.FileOf(To), new byte[20_000]));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Count(To));

        fixture.Store.Replace(To, Build(fixture, From, fixture.Documents));

        Assert.Equal(1, await fixture.Count(To));
        Assert.True(fixture.Store.Health(To).IsUsable);
    }

    [Fact]
    public async Task Nothing_is_saved_while_a_partition_is_held_and_what_was_begun_is_saved_before()
    {
        await using var fixture = new LiteDbFixture();
        var begun = Enumerable.Range(0, 50).Select(i => fixture.Save(To, new Counter { Count = i })).ToArray();

        using (await fixture.Store.HoldAsync(To))
        {
            await Task.WhenAll(begun);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Save(To, new Counter()));
            await fixture.Save(From, new Counter());
        }

        await fixture.Save(To, new Counter());
        Assert.Equal(51, await fixture.Count(To));
    }

    [Fact]
    public async Task Mark_of_a_copy_is_the_partitions_until_something_is_saved()
    {
        await using var fixture = new LiteDbFixture();
        Assert.Equal("", fixture.Store.MarkOf(To));
        await fixture.Save(To, new Counter());
        string mark;
        using (var copy = fixture.Store.Copy(To)) mark = copy.Mark;

        Assert.Equal(mark, fixture.Store.MarkOf(To));
        await fixture.Count(To);
        await fixture.ReopenAsync();
        Assert.Equal(1, await fixture.Count(To));
        Assert.Equal(mark, fixture.Store.MarkOf(To));
        await fixture.Save(To, new Counter());
        Assert.NotEqual(mark, fixture.Store.MarkOf(To));
    }

    static string Build(LiteDbFixture fixture, Partition from, DocumentSet documents)
    {
        using var copy = fixture.Store.Copy(from);
        using var build = fixture.Store.Build(Directory.CreateDirectory(Path.Combine(fixture.Data.Path, Guid.NewGuid().ToString())).FullName, To);
        foreach (var type in copy.Types) build.Add(type, copy.Read(type));
        build.Prepare(documents);
        return build.Finish();
    }

    static DocumentSet Register(LiteDbFixture fixture, Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return fixture.Store.Register("shops", services.BuildServiceProvider().GetServices<DocumentRegistration>());
    }

    static Task SaveAsync(LiteDbFixture fixture, DocumentSet documents, Document document)
    {
        var session = fixture.Store.OpenSession(From, documents);
        session.Store((Shapes.First.Shop)document);
        return session.SaveChangesAsync(Stop);
    }

    static List<string> Bodies(LiteDbFixture fixture, Partition partition)
    {
        using var copy = fixture.Store.Copy(partition);
        return [.. copy.Types.SelectMany(type => copy.Read(type).Select(body => type + Encoding.UTF8.GetString(body))).Order(StringComparer.Ordinal)];
    }
}
