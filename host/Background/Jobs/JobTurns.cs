using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>The turns of all jobs in all villages, and the marks of those that are done.</summary>
sealed class JobTurns(IDocumentStore store)
{
    const int Batch = 500;

    readonly DocumentSet turns = store.Register("host", [
        new DocumentRegistration<JobTurn>(new DocumentMapping<JobTurn>().Unique(turn => turn.Village, turn => turn.Module, turn => turn.Job)
            .Index(turn => turn.Village).Index(turn => turn.DueAt))]);

    readonly DocumentSet marks = store.Register("host", [
        new DocumentRegistration<JobMark>(new DocumentMapping<JobMark>().Unique(mark => mark.Job))]);

    public Task<IReadOnlyList<JobTurn>> AllAsync(CancellationToken stop) => OpenSession().Query<JobTurn>().ToListAsync(stop);

    public Task<IReadOnlyList<JobTurn>> OfAsync(Guid village, CancellationToken stop) =>
        OpenSession().Query<JobTurn>().Where(turn => turn.Village == village).OrderBy(turn => turn.Job).ToListAsync(stop);

    public Task<IReadOnlyList<JobTurn>> DueAsync(DateTimeOffset now, int count, CancellationToken stop) =>
        OpenSession().Query<JobTurn>().Where(turn => turn.DueAt <= now).OrderBy(turn => turn.DueAt).Take(count).ToListAsync(stop);

    /// <summary>Stores many, each batch all or nothing.</summary>
    public async Task StoreAsync(IEnumerable<JobTurn> changed, CancellationToken stop)
    {
        foreach (var batch in changed.Chunk(Batch))
        {
            var session = OpenSession();
            foreach (var turn in batch) session.Store(turn);
            await session.SaveChangesAsync(stop);
        }
    }

    public async Task DeleteAsync(JobTurn turn, CancellationToken stop)
    {
        var session = OpenSession();
        session.Delete(turn);
        await session.SaveChangesAsync(stop);
    }

    /// <summary>Whether a kill came between the effects of this turn and the note that it is done.</summary>
    public async Task<bool> IsMarkedAsync(JobTurn turn, CancellationToken stop) =>
        (await FindMarkAsync(store.OpenSession(Partition.OfVillage(turn.Village), marks), turn, stop))?.Turn == turn.Turn;

    /// <summary>Adds the mark to the job's unit of work.</summary>
    public async Task MarkAsync(JobTurn turn, IDocumentSession unit, CancellationToken stop)
    {
        var session = store.Join(unit, marks);
        var mark = await FindMarkAsync(session, turn, stop) ?? new JobMark { Job = NameOf(turn), Turn = turn.Turn };
        session.Store(mark with { Turn = turn.Turn });
    }

    static Task<JobMark?> FindMarkAsync(IDocumentSession session, JobTurn turn, CancellationToken stop)
    {
        var name = NameOf(turn);
        return session.Query<JobMark>().Where(mark => mark.Job == name).FirstOrDefaultAsync(stop);
    }

    static string NameOf(JobTurn turn) => $"{turn.Module}/{turn.Job}";

    IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, turns);
}
