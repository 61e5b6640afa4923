using System.Collections.Concurrent;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>Keeps an anchor for each partition whose log grew: villages' and the portal's in the installation's file, the installation's in the portal's.</summary>
sealed partial class AuditAnchors(AuditDocuments documents, IDocumentStore store, TimeProvider clock, ILogger<AuditAnchors> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<Partition, AuditEntry> grown = new();

    public async Task<AuditAnchor?> FindAsync(Partition partition, CancellationToken stop) =>
        await documents.OpenSession(HolderOf(partition)).LoadAsync<AuditAnchor>(partition.Id, stop);

    /// <summary>Forgets how far the log had come, since an older state of the partition is put in its place.</summary>
    public async Task ForgetAsync(Partition partition, CancellationToken stop)
    {
        grown.TryRemove(partition, out _);
        var session = documents.OpenSession(HolderOf(partition));
        if (await session.LoadAsync<AuditAnchor>(partition.Id, stop) is not { } anchor) return;
        session.Delete(anchor);
        await session.SaveChangesAsync(stop);
    }

    /// <summary>Writes the anchors that are due, those of one holder in one commit.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        foreach (var holder in grown.ToArray().GroupBy(entry => HolderOf(entry.Key)))
        {
            var session = documents.OpenSession(holder.Key);
            foreach (var (partition, last) in holder)
                session.Store((await session.LoadAsync<AuditAnchor>(partition.Id, stop) ?? new() { Id = partition.Id, Number = 0, Seal = "" }) with { Number = last.Number, Seal = last.Seal });
            await session.SaveChangesAsync(stop);
            foreach (var written in holder) grown.TryRemove(written);
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.OnCommitted(Follow);
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryWriteAsync(stoppingToken);
    }

    async Task TryWriteAsync(CancellationToken stop)
    {
        try
        {
            await WriteAsync(stop);
        }
        catch (Exception failure) when (failure is StorageUnavailableException or ConcurrencyException)
        {
            LogPutOff(log, failure.Message);
        }
    }

    void Follow(Commit commit)
    {
        if (commit.Owner != AuditDocuments.Owner) return;
        foreach (var change in commit.Changes)
            if (change.Document is AuditEntry entry) grown[commit.Partition] = entry;
    }

    static Partition HolderOf(Partition partition) => partition.Kind == PartitionKind.Installation ? Partition.Portal : Partition.Installation;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The anchors of the audit log are written later: {Reason}")]
    static partial void LogPutOff(ILogger logger, string reason);
}
