using System.Collections.Concurrent;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task Each_save_adds_one_to_the_version()
    {
        var counter = new Counter();
        await Save(counter);
        await Save((await Load(counter)) with { Count = 5 });
        Assert.Equal((2, 5), ((await Load(counter)).Version, (await Load(counter)).Count));
    }

    [Fact]
    public async Task A_stale_copy_is_refused()
    {
        var counter = new Counter();
        await Save(counter);
        var stale = await Load(counter);
        await Save(stale with { Count = 1 });
        var refusal = await Assert.ThrowsAsync<ConcurrencyException>(() => Save(stale with { Count = 2 }));
        Assert.Equal((typeof(Counter), counter.Id), (refusal.DocumentType, refusal.Id));
        Assert.Equal(1, (await Load(counter)).Count);
    }

    [Fact]
    public async Task An_id_that_is_there_is_not_inserted_again_and_one_that_is_gone_not_revived()
    {
        var counter = new Counter();
        await Save(counter);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Save(counter));
        var saved = await Load(counter);
        await Delete(saved);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Save(saved with { Count = 1 }));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Delete(saved));
        Assert.Null(await Session().LoadAsync<Counter>(counter.Id, Stop));
    }

    [Fact]
    public async Task All_is_saved_or_nothing()
    {
        var session = Session();
        var counter = new Counter();
        session.Store(counter);
        session.Store(new Rich { Version = 3 });
        await Assert.ThrowsAsync<ConcurrencyException>(() => session.SaveChangesAsync(Stop));
        Assert.Null(await Session().LoadAsync<Counter>(counter.Id, Stop));
        Assert.False(await Session().Query<Rich>().AnyAsync(Stop));
    }

    [Fact]
    public async Task What_is_required_must_be_as_it_was_read()
    {
        var rule = new Counter();
        await Save(rule);
        var read = await Load(rule);
        await SaveRequiring(read, new Rich());
        Assert.Equal(1, (await Load(rule)).Version);
        await Save(read with { Count = 1 });
        await Assert.ThrowsAsync<ConcurrencyException>(() => SaveRequiring(read, new Rich()));
        await Delete(await Load(rule));
        await Assert.ThrowsAsync<ConcurrencyException>(() => SaveRequiring(read, new Rich()));
        Assert.Equal(1, await Session().Query<Rich>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_unique_key_is_held_by_one_document()
    {
        await Save(new Citizen { Number = "1" });
        var refusal = await Assert.ThrowsAsync<DuplicateException>(() => Save(new Citizen { Number = "1" }));
        Assert.Equal((typeof(Citizen), "Number"), (refusal.DocumentType, refusal.Key));
        await Assert.ThrowsAsync<DuplicateException>(() => Save(new Citizen { Number = "2" }, new Citizen { Number = "2" }));
        Assert.Equal(1, await Session().Query<Citizen>().CountAsync(Stop));
    }

    [Fact]
    public async Task Keys_that_differ_in_case_in_one_character_at_the_end_or_in_one_part_are_different()
    {
        var text = new string('n', 300);
        await Save(
            new Citizen { Number = "a", Email = "x", House = 1 }, new Citizen { Number = "A", Email = "x", House = 2 }, new Citizen { Number = " A" },
            new Citizen { Number = text + "1" }, new Citizen { Number = text + "2" }, new Citizen { Number = "" });
        Assert.Equal(6, await Session().Query<Citizen>().CountAsync(Stop));
        Assert.Equal(text + "2", (await Session().Query<Citizen>().Where(c => c.Number == text + "2").FirstOrDefaultAsync(Stop))!.Number);
        var refusal = await Assert.ThrowsAsync<DuplicateException>(() => Save(new Citizen { Number = "b", Email = "x", House = 2 }));
        Assert.Equal("Email, House", refusal.Key);
    }

    [Fact]
    public async Task A_null_leaves_a_document_out_of_a_unique_key()
    {
        await Save(new Citizen { Number = "1", House = 7 }, new Citizen { Number = "2", House = 7 });
        Assert.Equal(2, await Session().Query<Citizen>().CountAsync(Stop));
    }

    [Fact]
    public async Task Documents_may_exchange_and_hand_on_their_unique_keys()
    {
        var (first, second) = (new Citizen { Number = "1" }, new Citizen { Number = "2" });
        await Save(first, second);
        await Save(first with { Version = 1, Number = "2" }, second with { Version = 1, Number = "1" });
        var session = Session();
        session.Delete(first with { Version = 2 });
        session.Store(new Citizen { Number = "2" });
        await session.SaveChangesAsync(Stop);
        Assert.Equal(second.Id, (await Session().Query<Citizen>().Where(c => c.Number == "1").FirstOrDefaultAsync(Stop))!.Id);
    }

    [Fact]
    public async Task Queries_see_what_is_committed_only()
    {
        var session = Session();
        var counter = new Counter();
        session.Store(counter);
        Assert.False(await session.Query<Counter>().AnyAsync(Stop));
        Assert.Null(await session.LoadAsync<Counter>(counter.Id, Stop));
        await session.SaveChangesAsync(Stop);
        Assert.True(await session.Query<Counter>().AnyAsync(Stop));
    }

    [Fact]
    public async Task The_last_of_several_calls_for_a_document_counts_and_the_session_is_empty_afterwards()
    {
        var session = Session();
        var counter = new Counter();
        session.Store(counter with { Count = 1 });
        session.Store(counter with { Count = 2 });
        await session.SaveChangesAsync(Stop);
        await session.SaveChangesAsync(Stop);
        Assert.Equal((1, 2), ((await Load(counter)).Version, (await Load(counter)).Count));
        var never = new Counter();
        session.Store(never);
        session.Delete(never);
        await session.SaveChangesAsync(Stop);
        Assert.Null(await Session().LoadAsync<Counter>(never.Id, Stop));
    }

    [Fact]
    public async Task Sixteen_writers_of_one_counter_end_right()
    {
        var counter = new Counter();
        await Save(counter);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) await Increment(counter);
        })));
        Assert.Equal(16 * 20, (await Load(counter)).Count);
    }

    [Fact]
    public async Task A_failing_unit_of_work_harms_no_other_that_is_saved_at_the_same_time()
    {
        var stale = new Counter();
        await Save(stale);
        var good = Enumerable.Range(0, 200).Select(i => new Citizen { Number = "n" + i }).ToList();
        var saves = good.SelectMany(citizen => new[] { Save(citizen), Save(stale with { Count = 9 }), Save(new Citizen { Number = "n0" }) }).ToList();
        var failures = 0;
        foreach (var save in saves)
        {
            if (await Record.ExceptionAsync(() => save) is not null) failures++;
        }

        Assert.Equal(saves.Count - 200, failures);
        Assert.Equal(200, await Session().Query<Citizen>().CountAsync(Stop));
        Assert.Equal(0, (await Load(stale)).Count);
    }

    [Fact]
    public async Task Partitions_and_owners_never_meet()
    {
        var counter = new Counter();
        await Save(counter);
        var others = Register(services => services.AddDocuments<Counter>(), owner: "others");
        Assert.Null(await Session(Neighbour).LoadAsync<Counter>(counter.Id, Stop));
        Assert.Null(await Session(Partition.Portal).LoadAsync<Counter>(counter.Id, Stop));
        Assert.Null(await Session(Partition.Installation).LoadAsync<Counter>(counter.Id, Stop));
        Assert.False(await Store.OpenSession(Village, others).Query<Counter>().AnyAsync(Stop));
    }

    [Fact]
    public async Task Listeners_hear_of_commits_in_their_order_and_can_do_no_harm()
    {
        var heard = new ConcurrentQueue<Commit>();
        Store.OnCommitted(_ => throw new InvalidOperationException());
        Store.OnCommitted(heard.Enqueue);
        var counter = new Counter();
        await Save(counter);
        await Save(counter with { Version = 1, Count = 1 });
        await Delete(counter with { Version = 2, Count = 1 });
        await Assert.ThrowsAsync<ConcurrencyException>(() => Delete(counter));
        Assert.Equal([(1, false), (2, false), (2, true)], heard.Select(commit => (commit.Changes[0].Document.Version, commit.Changes[0].IsDeleted)));
        Assert.All(heard, commit => Assert.Equal((Village, "tests"), (commit.Partition, commit.Owner)));
    }

    [Fact]
    public async Task Joined_sessions_of_two_owners_are_saved_together_or_not_at_all()
    {
        var others = Register(services => services.AddDocuments<Counter>(), owner: "others");
        var (first, second) = (new Counter { Count = 1 }, new Counter { Count = 2 });
        var session = Session();
        session.Store(first);
        Store.Join(session, others).Store(second);
        Assert.False(await Session().Query<Counter>().AnyAsync(Stop));

        await session.SaveChangesAsync(Stop);

        Assert.Equal([first.Id], (await Session().Query<Counter>().ToListAsync(Stop)).Select(counter => counter.Id));
        Assert.Equal([second.Id], (await Store.OpenSession(Village, others).Query<Counter>().ToListAsync(Stop)).Select(counter => counter.Id));

        var late = Store.OpenSession(Village, others);
        late.Store(new Counter());
        Store.Join(late, Documents).Store(first with { Count = 9 });
        await Assert.ThrowsAsync<ConcurrencyException>(() => late.SaveChangesAsync(Stop));
        Assert.Equal(1, await Store.OpenSession(Village, others).Query<Counter>().CountAsync(Stop));
    }

    [Fact]
    public async Task Listeners_hear_of_each_owner_in_a_unit_of_work_by_itself()
    {
        var others = Register(services => services.AddDocuments<Counter>(), owner: "others");
        var heard = new ConcurrentQueue<string>();
        Store.OnCommitted(commit => heard.Enqueue($"{commit.Owner} {commit.Changes.Count}"));
        var session = Session();
        session.Store(new Counter());
        session.Store(new Counter());
        Store.Join(session, others).Store(new Counter());

        await session.SaveChangesAsync(Stop);

        Assert.Equal(["others 1", "tests 2"], heard.Order());
    }

    [Fact]
    public async Task A_save_that_is_cancelled_before_it_begins_saves_nothing()
    {
        var session = Session();
        session.Store(new Counter());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SaveChangesAsync(new CancellationToken(canceled: true)));
        Assert.False(await Session().Query<Counter>().AnyAsync(Stop));
    }

    async Task<Counter> Load(Counter counter) => (await Session().LoadAsync<Counter>(counter.Id, Stop))!;

    async Task Delete(Counter counter)
    {
        var session = Session();
        session.Delete(counter);
        await session.SaveChangesAsync(Stop);
    }

    async Task SaveRequiring(Counter required, Rich stored)
    {
        var session = Session();
        session.Require(required);
        session.Store(stored);
        await session.SaveChangesAsync(Stop);
    }

    async Task Increment(Counter counter)
    {
        for (var saved = false; !saved;)
        {
            var present = await Load(counter);
            saved = await Record.ExceptionAsync(() => Save(present with { Count = present.Count + 1 })) is not ConcurrencyException;
        }
    }
}
