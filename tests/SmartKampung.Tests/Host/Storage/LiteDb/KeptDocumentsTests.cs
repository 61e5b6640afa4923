using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class KeptDocumentsTests
{
    const int Often = 12;

    static readonly Partition Village = Partition.OfVillage(Guid.NewGuid());
    static readonly Partition Neighbour = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_often_is_read_from_memory_until_it_changes()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter());
        await ReadOften(fixture, Village);
        var kept = await One(fixture, Village);
        Assert.Same(kept, await One(fixture, Village));
        Assert.Same(kept, await fixture.Session(Village).LoadAsync<Counter>(kept.Id, Stop));
        await fixture.Save(Village, kept with { Count = 1 });
        Assert.Equal(1, (await One(fixture, Village)).Count);
        Assert.NotSame(await One(fixture, Village), await One(fixture, Village));
    }

    [Fact]
    public async Task Kept_documents_are_found_as_the_file_finds_them()
    {
        await using var fixture = new LiteDbFixture();
        var set = Register(fixture);
        var stored = Enumerable.Range(0, 60).Select(i => new Sighting { Name = "n" + i % 7, Number = i % 5 == 0 ? null : i % 11, Tags = i % 3 == 0 ? ["a"] : [] }).ToList();
        await Save(fixture, set, [.. stored]);
        for (var round = 0; round < Often; round++)
        {
            IDocumentQuery<Sighting> Query() => fixture.Store.OpenSession(Village, set).Query<Sighting>();
            Assert.Equal(stored.OrderBy(s => s.Id), await Query().ToListAsync(Stop), Same);
            Assert.Equal(stored.Where(s => s.Number < 5).OrderBy(s => s.Id), await Query().Where(s => s.Number < 5).ToListAsync(Stop), Same);
            Assert.Equal(stored.Where(s => s.Tags.Contains("a")).OrderByDescending(s => s.Number).ThenBy(s => s.Name).ThenBy(s => s.Id).Skip(3).Take(9),
                await Query().Where(s => s.Tags.Contains("a")).OrderByDescending(s => s.Number).ThenBy(s => s.Name).Skip(3).Take(9).ToListAsync(Stop), Same);
            Assert.Equal(stored.OrderBy(s => s.Number).ThenBy(s => s.Id).Take(7), await Query().OrderBy(s => s.Number).Take(7).ToListAsync(Stop), Same);
            Assert.Equal(stored.Count(s => s.Name == "n3"), await Query().Where(s => s.Name == "n3").CountAsync(Stop));
            Assert.Equal(4, await Query().Skip(2).Take(4).CountAsync(Stop));
            Assert.Null(await fixture.Store.OpenSession(Village, set).LoadAsync<Sighting>(Guid.NewGuid(), Stop));
        }
    }

    [Fact]
    public async Task What_was_deleted_or_restored_is_seen_at_once()
    {
        await using var fixture = new LiteDbFixture();
        var (first, second) = (new Counter { Count = 1 }, new Counter { Count = 2, Version = 7 });
        await fixture.Save(Village, first);
        await ReadOften(fixture, Village);
        await fixture.Store.RestoreAsync(Village, [(fixture.Documents.TypeOf(typeof(Counter)), second)], Stop);
        Assert.Equal(2, await fixture.Count(Village));
        await ReadOften(fixture, Village);
        var session = fixture.Session(Village);
        session.Delete(second);
        await session.SaveChangesAsync(Stop);
        Assert.Equal(1, (await One(fixture, Village)).Count);
    }

    [Fact]
    public async Task Readers_beside_a_writer_never_see_less_than_was_acknowledged_or_seen()
    {
        await using var fixture = new LiteDbFixture();
        var counter = new Counter();
        await fixture.Save(Village, counter);
        var (acknowledged, isOver) = (0, false);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var seen = 0; !Volatile.Read(ref isOver);)
            {
                var least = Math.Max(seen, Volatile.Read(ref acknowledged));
                seen = (await One(fixture, Village)).Count;
                Assert.True(seen >= least, $"{seen} was read after {least}");
            }
        })).ToList();
        for (var count = 1; count <= 150; count++)
        {
            await fixture.Save(Village, (await One(fixture, Village)) with { Count = count });
            Volatile.Write(ref acknowledged, count);
            await Task.Yield();
        }

        isOver = true;
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Another_version_of_a_module_sees_what_the_first_one_saved()
    {
        await using var fixture = new LiteDbFixture();
        var (older, newer) = (Register(fixture), Register(fixture));
        await Save(fixture, older, new Sighting { Number = 1 });
        for (var i = 0; i < Often; i++) await fixture.Store.OpenSession(Village, newer).Query<Sighting>().ToListAsync(Stop);
        await Save(fixture, older, new Sighting { Number = 2 });
        Assert.Equal(2, await fixture.Store.OpenSession(Village, newer).Query<Sighting>().CountAsync(Stop));
    }

    [Fact]
    public async Task Documents_that_could_be_changed_where_they_are_are_not_shared()
    {
        await using var fixture = new LiteDbFixture();
        var stored = new Rich { Tags = ["a"] };
        await fixture.Save(Village, stored);
        for (var i = 0; i < Often; i++) (await fixture.Session(Village).LoadAsync<Rich>(stored.Id, Stop))!.Tags.Add("b");
        Assert.Equal(["a"], (await fixture.Session(Village).LoadAsync<Rich>(stored.Id, Stop))!.Tags);
    }

    [Fact]
    public async Task A_village_is_never_answered_with_what_is_kept_of_another()
    {
        await using var fixture = new LiteDbFixture();
        await fixture.Save(Village, new Counter { Count = 1 });
        await fixture.Save(Neighbour, new Counter { Count = 2 });
        await ReadOften(fixture, Village);
        await ReadOften(fixture, Neighbour);
        Assert.Equal((1, 2), ((await One(fixture, Village)).Count, (await One(fixture, Neighbour)).Count));
    }

    [Fact]
    public async Task All_that_is_kept_takes_no_more_than_it_may_and_goes_with_its_file()
    {
        await using var fixture = new LiteDbFixture(new() { KeptBytes = 1_000 });
        for (var village = 0; village < 40; village++)
        {
            var partition = Partition.OfVillage(Guid.NewGuid());
            await fixture.Save(partition, new Counter(), new Counter());
            await ReadOften(fixture, partition);
            Assert.InRange(fixture.Store.KeptBytes, 1, 1_000);
        }

        fixture.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((0, 0), (fixture.Store.OpenFiles, fixture.Store.KeptBytes));
    }

    [Fact]
    public async Task A_large_collection_is_left_in_its_file()
    {
        await using var fixture = new LiteDbFixture();
        var set = Register(fixture);
        await Save(fixture, set, [.. Enumerable.Range(0, 60).Select(i => new Sighting { Name = new string('x', 10_000), Number = i })]);
        for (var i = 0; i < Often; i++) Assert.Equal(60, await fixture.Store.OpenSession(Village, set).Query<Sighting>().CountAsync(Stop));
        Assert.Equal(0, fixture.Store.KeptBytes);
    }

    static bool Same(Sighting left, Sighting right) => left.Id == right.Id;

    static async Task<Counter> One(LiteDbFixture fixture, Partition village) => (await fixture.Session(village).Query<Counter>().FirstOrDefaultAsync(Stop))!;

    static async Task ReadOften(LiteDbFixture fixture, Partition village)
    {
        for (var i = 0; i < Often; i++) await One(fixture, village);
    }

    static DocumentSet Register(LiteDbFixture fixture) => fixture.Store.Register(
        "sightings", new ServiceCollection().AddDocuments<Sighting>(d => d.Index(s => s.Number)).BuildServiceProvider().GetServices<DocumentRegistration>());

    static Task Save(LiteDbFixture fixture, DocumentSet set, params Sighting[] sightings)
    {
        var session = fixture.Store.OpenSession(Village, set);
        foreach (var sighting in sightings) session.Store(sighting);
        return session.SaveChangesAsync(Stop);
    }

    public sealed record Sighting : Document
    {
        public string Name { get; init; } = "";
        public int? Number { get; init; }
        public IReadOnlyList<string> Tags { get; init; } = [];
    }
}
