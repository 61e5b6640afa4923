using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

public sealed class LeaseTests : IDisposable
{
    static readonly Partition Village = Partition.OfVillage(Guid.NewGuid());
    static readonly Partition Neighbour = Partition.OfVillage(Guid.NewGuid());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Gated.Gate = () => { };

    [Fact]
    public async Task A_reader_that_fails_or_gives_up_holds_nothing()
    {
        await using var fixture = new LiteDbFixture(new() { OpenFiles = 1 });
        await fixture.Save(Village, new Gated { Text = "a" }, new Gated { Text = "b" });
        await fixture.Save(Neighbour, new Counter());
        Gated.Gate = () => throw new InvalidOperationException();
        await Assert.ThrowsAnyAsync<Exception>(() => fixture.Session(Village).Query<Gated>().ToListAsync(Stop));
        Gated.Gate = () => { };
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Session(Village).Query<Gated>().ToListAsync(stop.Token));
        Assert.Equal(1, await fixture.Count(Neighbour));
        Assert.Equal(1, fixture.Store.OpenFiles);
        await fixture.Save(Village, new Gated { Text = "c" });
        Assert.Equal(3, await fixture.Session(Village).Query<Gated>().CountAsync(Stop));
    }

    [Fact]
    public async Task The_log_stays_small_though_a_reader_is_slow()
    {
        const long Limit = 262_144;
        await using var fixture = new LiteDbFixture(new() { CheckpointBytes = Limit });
        await fixture.Save(Village, new Gated { Text = "a" }, new Rich());
        using var inside = new Turnstile();
        Gated.Gate = inside.Pass;
        var reader = Task.Run(() => fixture.Session(Village).Query<Gated>().ToListAsync(Stop), Stop);
        await inside.ReachedAsync();
        Gated.Gate = () => { };
        var largest = 0L;
        for (var i = 0; i < 60; i++)
        {
            await fixture.Save(Village, new Rich { Text = new string('x', 100_000) });
            largest = Math.Max(largest, new FileInfo(fixture.LogOf(Village)).Length);
            if (largest >= Limit) inside.Open();
        }

        await reader;
        Assert.InRange(largest, Limit, 3 * Limit);
    }

    [Fact]
    public async Task No_more_files_than_allowed_are_open_and_unused_ones_are_closed()
    {
        await using var fixture = new LiteDbFixture(new() { OpenFiles = 3, IdleMinutes = 5 });
        var villages = Enumerable.Range(0, 10).Select(_ => Partition.OfVillage(Guid.NewGuid())).ToList();
        foreach (var village in villages)
        {
            await fixture.Save(village, new Counter());
            Assert.InRange(fixture.Store.OpenFiles, 1, 3);
        }

        foreach (var village in villages) Assert.Equal(1, await fixture.Count(village));
        Assert.Equal(3, fixture.Store.OpenFiles);
        fixture.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, fixture.Store.OpenFiles);
        Assert.Equal(1, await fixture.Count(villages[0]));
    }

    [Fact]
    public async Task A_file_that_is_being_read_is_not_closed()
    {
        await using var fixture = new LiteDbFixture(new() { OpenFiles = 1 });
        await fixture.Save(Village, new Gated { Text = "a" });
        await fixture.Save(Neighbour, new Counter());
        using var inside = new Turnstile();
        Gated.Gate = inside.Pass;
        var reader = Task.Run(() => fixture.Session(Village).Query<Gated>().ToListAsync(Stop), Stop);
        await inside.ReachedAsync();
        Assert.Equal(1, await fixture.Count(Neighbour));
        inside.Open();
        Assert.Equal("a", Assert.Single(await reader).Text);
    }

    [Fact]
    public async Task Reading_what_was_never_stored_creates_nothing()
    {
        await using var fixture = new LiteDbFixture();
        var before = Directory.GetFileSystemEntries(fixture.Data.Path);
        Assert.Empty(await fixture.Session(Village).Query<Rich>().Where(r => r.Text == "a").ToListAsync(Stop));
        Assert.Null(await fixture.Session(Partition.Portal).LoadAsync<Rich>(Guid.NewGuid(), Stop));
        Assert.Equal(0, await fixture.Count(Partition.Installation));
        Assert.True(fixture.Store.Health(Village).IsUsable);
        Assert.Equal(before, Directory.GetFileSystemEntries(fixture.Data.Path));
    }

    [Fact]
    public async Task Readers_and_the_writer_work_side_by_side()
    {
        await using var fixture = new LiteDbFixture(new() { CheckpointBytes = 65_536, OpenFiles = 1 });
        var pair = (new Counter(), new Counter());
        await fixture.Save(Village, pair.Item1, pair.Item2);
        var writer = Task.Run(async () =>
        {
            for (var i = 1; i <= 150; i++)
                await fixture.Save(Village, pair.Item1 with { Version = i, Count = i }, pair.Item2 with { Version = i, Count = i });
        }, Stop);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!writer.IsCompleted)
            {
                var counts = await fixture.Session(Village).Query<Counter>().ToListAsync(Stop);
                Assert.Equal(2, counts.Count);
                Assert.Equal(counts[0].Count, counts[1].Count);
                await fixture.Count(Neighbour);
            }
        }, Stop));
        await Task.WhenAll([writer, .. readers]);
    }
}
