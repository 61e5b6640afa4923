using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>The backups that were made, as the console and the regency's watch show them.</summary>
sealed class BackupRecords(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("backups", [
        new DocumentRegistration<BackupRecord>(new DocumentMapping<BackupRecord>().Index(made => made.Village).Index(made => made.MadeAt).Index(made => made.Hash)),
        new DocumentRegistration<BackupRound>(new DocumentMapping<BackupRound>().Unique(round => round.TimeZone))]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);

    /// <summary>A village's backups, newest first.</summary>
    public Task<IReadOnlyList<BackupRecord>> OfAsync(Guid village, CancellationToken stop) =>
        OpenSession().Query<BackupRecord>().Where(made => made.Village == village && !made.IsRemoved).OrderByDescending(made => made.MadeAt).ToListAsync(stop);

    public async Task<BackupRecord?> FindAsync(Guid village, Guid id, CancellationToken stop) =>
        await OpenSession().LoadAsync<BackupRecord>(id, stop) is { File.Length: > 0 } made && made.Village == village ? made : null;

    public Task<BackupRecord?> FindAsync(Guid village, string hash, CancellationToken stop) =>
        OpenSession().Query<BackupRecord>().Where(made => made.Hash == hash && made.Village == village).FirstOrDefaultAsync(stop);

    /// <summary>The last good backup of each village that this host can open, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, BackupRecord>> LatestAsync(CancellationToken stop) =>
        (await OpenSession().Query<BackupRecord>().Where(made => made.IsVerified && !made.IsRemoved && !made.HasOwnPassphrase).ToListAsync(stop))
            .GroupBy(made => made.Village).ToDictionary(made => made.Key, made => made.MaxBy(one => one.MadeAt)!);

    public async Task SaveAsync(BackupRecord made, CancellationToken stop)
    {
        var session = OpenSession();
        session.Store(made);
        await session.SaveChangesAsync(stop);
    }

    public async Task<DateTimeOffset?> RoundAsync(string timeZone, CancellationToken stop) => (await FindRoundAsync(OpenSession(), timeZone, stop))?.DoneFor;

    public async Task SaveRoundAsync(string timeZone, DateTimeOffset doneFor, CancellationToken stop)
    {
        var session = OpenSession();
        var round = await FindRoundAsync(session, timeZone, stop) ?? new() { TimeZone = timeZone, DoneFor = doneFor };
        session.Store(round with { DoneFor = doneFor });
        await session.SaveChangesAsync(stop);
    }

    static Task<BackupRound?> FindRoundAsync(IDocumentSession session, string timeZone, CancellationToken stop) =>
        session.Query<BackupRound>().Where(round => round.TimeZone == timeZone).FirstOrDefaultAsync(stop);
}
