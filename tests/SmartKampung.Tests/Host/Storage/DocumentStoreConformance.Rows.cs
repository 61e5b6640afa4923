using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task Documents_at_the_end_of_a_row_are_numbered_without_a_gap_however_many_are_appended_at_once()
    {
        var row = RowOfTickets();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => AppendAsync(row, 1 + (Random.Shared.Next() % 2)))));

        var tickets = await Store.OpenSession(Village, row).Query<Ticket>().OrderBy(ticket => ticket.Number).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, tickets.Count).Select(number => (long)number), tickets.Select(ticket => ticket.Number));
        Assert.InRange(tickets.Count, 40, 80);
    }

    [Fact]
    public async Task Refused_unit_of_work_appends_nothing_and_leaves_no_gap()
    {
        var row = RowOfTickets();
        await AppendAsync(row, 1);
        var refused = Session();
        refused.Store(new Rich { Version = 3 });
        ((IUnsavedUnit)refused).Append<Ticket>(row, Next);
        await Assert.ThrowsAsync<ConcurrencyException>(() => refused.SaveChangesAsync(Stop));
        await AppendAsync(row, 1);

        Assert.Equal([1, 2], (await Store.OpenSession(Village, row).Query<Ticket>().OrderBy(ticket => ticket.Number).ToListAsync(Stop)).Select(ticket => ticket.Number));
    }

    [Fact]
    public async Task Listener_before_saving_sees_what_changes_and_adds_to_it()
    {
        var row = RowOfTickets();
        var seen = new List<(string Type, bool IsDeleted, int? Before)>();
        Store.OnSaving(async (unit, stop) =>
        {
            foreach (var change in unit.Changes)
                seen.Add((change.Type.Name, change.IsDeleted, ((Counter?)await unit.LoadSavedAsync(change.Type, change.Document.Id, stop))?.Count));
            unit.Append<Ticket>(row, Next);
        });
        var counter = new Counter { Count = 1 };
        await Save(counter);
        await Save((await Load(counter)) with { Count = 2 });
        await Delete(await Load(counter));

        Assert.Equal([(nameof(Counter), false, null), (nameof(Counter), false, 1), (nameof(Counter), true, 2)], seen);
        Assert.Equal(3, await Store.OpenSession(Village, row).Query<Ticket>().CountAsync(Stop));
    }

    [Fact]
    public async Task Listener_that_fails_lets_nothing_be_saved()
    {
        Store.OnSaving((_, _) => throw new InvalidOperationException("not now"));
        var counter = new Counter();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Save(counter));
        Assert.Null(await Session().LoadAsync<Counter>(counter.Id, Stop));
    }

    DocumentSet RowOfTickets() => Register(services => services.AddDocuments<Ticket>(d => d.Index(ticket => ticket.Number)), "row");

    async Task AppendAsync(DocumentSet row, int count)
    {
        var session = Store.OpenSession(Village, row);
        for (var i = 0; i < count; i++) ((IUnsavedUnit)session).Append<Ticket>(row, Next);
        await session.SaveChangesAsync(Stop);
    }

    static Ticket Next(Ticket? last) => new() { Number = (last?.Number ?? 0) + 1 };
}

public sealed record Ticket : Document
{
    public long Number { get; init; }
}
