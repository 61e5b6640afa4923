using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    [RandomRuns(25)]
    public async Task Queries_mean_what_they_mean_in_dotnet(int seed)
    {
        Village = Partition.OfVillage(Guid.NewGuid());
        var samples = new RichSamples(seed);
        var stored = Enumerable.Range(0, 60).Select(_ => samples.Next()).ToList();
        await Save([.. stored]);
        var predicates = new RandomPredicates(samples, new Random(seed));
        for (var i = 0; i < 40; i++)
        {
            var predicate = predicates.Next();
            var expected = stored.Where(predicate.Compile()).Select(rich => rich.Id).Order().ToList();
            Assert.Equal(expected, (await Session().Query<Rich>().Where(predicate).ToListAsync(Stop)).Select(rich => rich.Id));
            Assert.Equal(expected.Count, await Session().Query<Rich>().Where(predicate).CountAsync(Stop));
            Assert.Equal(expected.Count > 0, await Session().Query<Rich>().Where(predicate).AnyAsync(Stop));
        }
    }

    [RandomRuns(10)]
    public async Task Ordering_and_paging_are_those_of_dotnet(int seed)
    {
        Village = Partition.OfVillage(Guid.NewGuid());
        var samples = new RichSamples(seed);
        var stored = Enumerable.Range(0, 50).Select(_ => samples.Next()).ToList();
        await Save([.. stored]);
        for (var skip = 0; skip < 60; skip += 7)
        {
            Assert.Equal(
                Ids(stored.OrderByDescending(r => r.Moment).ThenBy(r => r.Id).Skip(skip).Take(5)),
                Ids(await Session().Query<Rich>().OrderByDescending(r => r.Moment).Skip(skip).Take(5).ToListAsync(Stop)));
            Assert.Equal(
                Ids(stored.Where(r => r.Number > -2).OrderBy(r => r.Number).ThenByDescending(r => r.Money).ThenBy(r => r.Id).Skip(skip).Take(5)),
                Ids(await Session().Query<Rich>().Where(r => r.Number > -2).OrderBy(r => r.Number).ThenByDescending(r => r.Money).Skip(skip).Take(5).ToListAsync(Stop)));
            Assert.Equal(
                Ids(stored.OrderBy(r => r.Text, StringComparer.Ordinal).ThenBy(r => r.Id).Skip(skip).Take(5)),
                Ids(await Session().Query<Rich>().OrderBy(r => r.Text).Skip(skip).Take(5).ToListAsync(Stop)));
            var page = await Session().Query<Rich>().Where(r => r.Number > -2).OrderBy(r => r.Text).Skip(skip).Take(5).ToPageAsync(Stop);
            Assert.Equal(Ids(stored.Where(r => r.Number > -2).OrderBy(r => r.Text, StringComparer.Ordinal).ThenBy(r => r.Id).Skip(skip).Take(5)), Ids(page.Documents));
            Assert.Equal(stored.Count(r => r.Number > -2), page.Count);
        }

        Assert.Equal(
            Ids(stored.OrderBy(r => r.Maybe).ThenBy(r => r.Id)),
            Ids(await Session().Query<Rich>().OrderBy(r => r.Maybe).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_range_that_nothing_can_be_in_finds_nothing()
    {
        await Save(new Rich { Number = 5 }, new Rich { Number = 1 });
        Assert.Empty(await Session().Query<Rich>().Where(r => r.Number >= 5 && r.Number < 2).ToListAsync(Stop));
        Assert.Equal(0, await Session().Query<Rich>().Where(r => r.Number == 5 && r.Number == 1).CountAsync(Stop));
        Assert.Empty(await Session().Query<Rich>().Where(r => r.Number > 4 && r.Number < 2).OrderBy(r => r.Number).Take(2).ToListAsync(Stop));
    }

    [Fact]
    public async Task Pages_are_counted_after_skip_and_take()
    {
        await Save([.. Enumerable.Range(0, 10).Select(i => new Rich { Number = i })]);
        Assert.Equal(3, await Session().Query<Rich>().Skip(7).CountAsync(Stop));
        Assert.Equal(2, await Session().Query<Rich>().Skip(1).Take(2).CountAsync(Stop));
        Assert.Equal(10, await Session().Query<Rich>().Skip(-1).CountAsync(Stop));
        Assert.Equal(0, await Session().Query<Rich>().Take(-1).CountAsync(Stop));
        Assert.Equal(10, (await Session().Query<Rich>().Skip(7).Take(0).ToPageAsync(Stop)).Count);
        Assert.False(await Session().Query<Rich>().Skip(10).AnyAsync(Stop));
        Assert.Equal(3, (await Session().Query<Rich>().OrderBy(r => r.Number).Skip(3).FirstOrDefaultAsync(Stop))!.Number);
    }

    [Fact]
    public void What_is_not_on_the_list_is_refused_when_the_step_is_added()
    {
        var query = Session().Query<Rich>();
        Assert.Contains("Trim", Refusal(() => query.Where(r => r.Text.Trim() == "A")), StringComparison.Ordinal);
        Assert.Contains("Year", Refusal(() => query.Where(r => r.Day.Year == 2026)), StringComparison.Ordinal);
        Assert.Contains("Length", Refusal(() => query.Where(r => r.Text.Length > 3)), StringComparison.Ordinal);
        Assert.Contains("Shout", Refusal(() => query.Where(r => r.Shout == "A!")), StringComparison.Ordinal);
        Refusal(() => query.Where(r => r.Number + 1 == 2));
        Refusal(() => query.Where(r => r.Text.StartsWith("a", StringComparison.OrdinalIgnoreCase)));
        Refusal(() => query.Where(r => r.Words["a"] == "b"));
        Refusal(() => query.Where(r => (byte)r.Number == 1));
        Refusal(() => query.Where(r => r.Tags.Contains(r.Text)));
        Refusal(() => query.Where(r => r.Flag & r.Small == 1));
        Refusal(() => query.OrderBy(r => r.Tags));
        Refusal(() => query.OrderBy(r => r.Text.Length));
        Refusal(() => query.Take(3).Where(r => r.Flag));
    }

    [Fact]
    public async Task Each_step_leaves_the_query_before_it_unchanged()
    {
        await Save(new Rich { Number = 1 }, new Rich { Number = 2 });
        var all = Session().Query<Rich>();
        Assert.Equal(1, await all.Where(r => r.Number == 1).CountAsync(Stop));
        Assert.Equal(2, await all.CountAsync(Stop));
    }

    static List<Guid> Ids(IEnumerable<Rich> documents) => [.. documents.Select(document => document.Id)];

    static string Refusal(Func<object> step) => Assert.Throws<NotSupportedException>(step).Message;
}
