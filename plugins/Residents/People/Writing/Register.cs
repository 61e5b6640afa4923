using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents.People;

/// <summary>
/// The one place where records are written, whichever way they come: each is checked, what changed in it is written down, its family has one head, and the figures of its
/// RT move with it, all in the caller's unit of work.
/// </summary>
sealed class Register(IDocumentSession session, Households households, PopulationCounts counts, IPerson person, Village village, TimeProvider clock)
{
    DateOnly Today => village.TimeZone.DayOf(clock.GetUtcNow());

    /// <exception cref="InvalidRecordException">It may not be kept.</exception>
    public Task AddAsync(Resident resident, RecordCause cause, CancellationToken stop) => WriteAsync(null, resident, cause, stop);

    /// <param name="before">As it is stored.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="cause">What it comes from.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="InvalidRecordException">It may not be kept.</exception>
    public async Task ChangeAsync(Resident before, Resident after, RecordCause cause, CancellationToken stop)
    {
        if (before != after) await WriteAsync(before, after, cause, stop);
    }

    /// <summary>Takes a record away that should not be there, such as of an import that is taken back. Who died or moved keeps theirs.</summary>
    public async Task RemoveAsync(Resident resident, RecordCause cause, CancellationToken stop)
    {
        session.Delete(resident);
        await households.MoveAsync(resident, null, stop);
        await counts.MoveAsync(resident, null, cause.Flow, cause.On ?? Today, stop);
    }

    /// <summary>A family that is new, or whose card or place is another.</summary>
    public void Keep(Family family) => households.Keep(family);

    /// <summary>Reads at once what writing many members of these families would ask for one by one.</summary>
    public Task PrepareAsync(IEnumerable<Guid> families, CancellationToken stop) => households.PrepareAsync(families, stop);

    /// <summary>Saves what was written, and begins a new unit of work. Who saves twice in one request has to do it here.</summary>
    public async Task SaveAsync(CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
        }
        finally
        {
            households.Forget();
            counts.Forget();
        }
    }

    async Task WriteAsync(Resident? before, Resident written, RecordCause cause, CancellationToken stop)
    {
        var after = written.Place == new Territory() ? written with { Place = null } : written;
        if (RecordCheck.Problems(after, Today) is [var problem, ..]) throw new InvalidRecordException(problem);
        await households.MoveAsync(before, after, stop);
        session.Store(after);
        if (cause.IsTold) session.Store(ChangeOf(before, after, cause.Kind));
        await counts.MoveAsync(before, after, cause.Flow, cause.On ?? Today, stop);
    }

    /// <summary>What a new record said at first, its later changes tell.</summary>
    Change ChangeOf(Resident? before, Resident after, ChangeKind kind) => new()
    {
        Resident = after.Id,
        At = clock.GetUtcNow(),
        Kind = kind,
        Person = person.Id,
        By = person.Name,
        Fields = before is null ? [] : ResidentFields.Differences(before, after),
    };
}

/// <summary>What a record is written for.</summary>
/// <param name="Kind">The way it came.</param>
/// <param name="Flow">As what the monthly report counts it.</param>
/// <param name="On">The day that it counts for; today where it is null.</param>
sealed record RecordCause(ChangeKind Kind, FlowKind Flow = FlowKind.Other, DateOnly? On = null)
{
    /// <summary>Whether it is told in the record's history; what a register begins with is not.</summary>
    public bool IsTold { get; init; } = true;
}
