using System.Text.Json;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Background;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>Does what restores have decided, now or at the start after a kill; each step may be done twice.</summary>
sealed partial class FinishRestores(
    IDocumentStore store, RestoreFolders folders, RestoreCard card, Outbox outbox, AuditAnchors anchors, AuditLog log, BackupAlarm alarm, PersonalSeals seals, ILogger<FinishRestores> logger)
    : IHostedService, IDisposable
{
    const int InOneEvent = 1000;

    readonly SemaphoreSlim gate = new(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        folders.Clean();
        await RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => gate.Dispose();

    /// <summary>Does what a failure, such as a full disk, kept from being done; what fails again is told and tried later.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var plan in folders.Decided())
        {
            try
            {
                await RunAsync(plan, stop);
                alarm.Clear(plan.Id);
                LogFinished(logger, plan.Card.Village.Code);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                alarm.Raise(plan.Id, failure.Message);
                LogNotFinished(logger, failure, plan.Card.Village.Code);
            }
        }
    }

    /// <summary>Does what was decided, unless that was done meanwhile.</summary>
    public async Task RunAsync(RestorePlan plan, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            if (folders.IsDecided(plan.Id)) await FinishAsync(plan, stop);
        }
        finally
        {
            gate.Release();
        }
    }

    async Task FinishAsync(RestorePlan plan, CancellationToken stop)
    {
        var partition = Partition.OfVillage(plan.Village);
        store.Replace(partition, plan.Built);
        await anchors.ForgetAsync(partition, stop);
        await card.RunAsync(SealedCard.Open(plan.Card, plan.Village, seals.Of(partition)), plan.TakesRoles, stop);
        foreach (var shown in plan.Shown)
            foreach (var part in shown.Documents.Chunk(InOneEvent))
                await outbox.SaveAsync(partition, outbox.OpenSession(partition), [Outbox.Event(shown.Module, ChangedDocument.EventName, JsonSerializer.Serialize(part))], stop);
        await outbox.SaveAsync(new PortalIsBehind(Scope.Village(plan.Village).ToString(), null), stop);
        await log.NoteAsync("backup.restore", plan.Village, stop);
        folders.Remove(plan.Id);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The restore of village {Village} that had been decided is done")]
    static partial void LogFinished(ILogger log, string village);

    [LoggerMessage(Level = LogLevel.Error, Message = "The restore of village {Village} that was decided can't be done yet; it is tried again")]
    static partial void LogNotFinished(ILogger log, Exception failure, string village);
}
