using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    const int Writers = 8;
    const int SessionsEach = 8;

    [RandomRuns(10)]
    public async Task Sessions_that_store_or_require_what_they_read_are_explained_by_some_order(int seed)
    {
        Village = Partition.OfVillage(Guid.NewGuid());
        Counter[] counters = [.. Enumerable.Range(0, 4).Select(_ => new Counter())];
        await Save(counters);
        var (history, numbers) = (new History(), 0);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(seed, writer));
            for (var i = 0; i < SessionsEach; i++) await TakePart(history, counters, random, Interlocked.Increment(ref numbers));
        })));

        Assert.Null(history.Contradiction());
        Assert.True(history.Count >= SessionsEach);
        history.Add(await ReadAll(counters));
        Assert.Null(history.Contradiction());
    }

    /// <summary>Loads some counters, stores at least one with its own number, requires the others; refused sessions must leave no trace.</summary>
    async Task TakePart(History history, Counter[] counters, Random random, int number)
    {
        random.Shuffle(counters = [.. counters]);
        var session = Session();
        var (read, stored) = (new Dictionary<Guid, (int, int)>(), new HashSet<Guid>());
        foreach (var counter in counters.Take(random.Next(1, 4)))
        {
            var present = (await session.LoadAsync<Counter>(counter.Id, Stop))!;
            read[present.Id] = (present.Version, present.Count);
            if (stored.Count > 0 && random.Next(2) == 0)
            {
                session.Require(present);
                continue;
            }

            session.Store(present with { Count = number });
            stored.Add(present.Id);
        }

        if (await Record.ExceptionAsync(() => session.SaveChangesAsync(Stop)) is { } refusal) Assert.IsType<ConcurrencyException>(refusal);
        else history.Add(new(number, read, stored));
    }

    async Task<CommittedSession> ReadAll(Counter[] counters)
    {
        var read = new Dictionary<Guid, (int, int)>();
        foreach (var counter in counters)
        {
            var present = await Load(counter);
            read[present.Id] = (present.Version, present.Count);
        }

        return new(int.MaxValue, read, new HashSet<Guid>());
    }
}
