using SmartKampung.Host.Audit;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Does the batches of roll-outs one after the other. Each is saved with the switches that it moved, so a kill loses and repeats nothing.</summary>
sealed partial class RollOutRunner(
    RollOuts rollOuts, RegencyDocuments documents, ModuleConfigurations configurations, SwitchModule switches, IModuleCatalog catalog, VillageRegistry villages, TimeProvider clock,
    ILogger<RollOutRunner> log)
    : BackgroundService
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await rollOuts.ResumeAsync(stoppingToken);
        await rollOuts.Queue.RunAsync(1, TryRunAsync, stoppingToken);
    }

    /// <summary>What fails, as on a full disk, is tried again after a while.</summary>
    async Task TryRunAsync(Guid id, CancellationToken stop)
    {
        try
        {
            while (await DoNextAsync(id, stop)) { }
        }
        catch (ConcurrencyException)
        {
            await AgainAsync(id, Moment, stop); // Somebody paused or cancelled it just now, or switched a village: all is read again.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, failure, id);
            await AgainAsync(id, Pause, stop);
        }
    }

    /// <summary>False once it is paused, cancelled or done.</summary>
    async Task<bool> DoNextAsync(Guid id, CancellationToken stop)
    {
        var session = documents.OpenSession();
        if (await session.LoadAsync<RollOut>(id, stop) is not { State: RollOutState.Running } rollOut) return false;
        Actor.Enter(new(rollOut.StartedByAccount, rollOut.StartedBy, "", "", Village: null, "roll-out"));
        var open = await session.Query<RollOutBatch>().Where(batch => batch.RollOut == id && batch.IsOpen).OrderBy(batch => batch.Number).Take(1).ToListAsync(stop);
        if (open is [var batch]) await SwitchAsync(rollOut, batch, session, stop);
        else await EndAsync(rollOut, session, stop);
        return open.Count > 0;
    }

    async Task AgainAsync(Guid id, TimeSpan after, CancellationToken stop)
    {
        await Task.Delay(after, clock, stop);
        rollOuts.Queue.Add(id);
    }

    async Task EndAsync(RollOut rollOut, IDocumentSession session, CancellationToken stop)
    {
        session.Store(rollOut with { State = RollOutState.Done, EndedAt = clock.GetUtcNow() });
        await session.SaveChangesAsync(stop);
    }

    Task SwitchAsync(RollOut rollOut, RollOutBatch batch, IDocumentSession session, CancellationToken stop)
    {
        session.Require(rollOut);
        return configurations.ChangeManyAsync(session, present =>
        {
            var outcomes = batch.Villages.Select(village => Decide(rollOut, village, present)).ToArray();
            session.Store(batch with { IsOpen = false, Villages = [.. outcomes.Select(outcome => outcome.Village)] });
            return [.. outcomes.Select(outcome => outcome.Configuration).OfType<ModuleConfiguration>()];
        }, stop);
    }

    (RollOutVillage Village, ModuleConfiguration? Configuration) Decide(RollOut rollOut, RollOutVillage target, Func<Scope, string, ModuleConfiguration> present)
    {
        if (rollOut.IsReturning && target.Result is not RollOutResult.Switched) return (target, null);
        if (catalog.Find(rollOut.Module) is not { } module || villages.Find(target.Village) is not { } village) return (Refused(target, RollOutMessages.Gone), null);
        var (path, own) = (ScopePath.Of(village), present(Scope.Village(village.Id), rollOut.Module));
        if (rollOut.IsReturning && own.Enabled != rollOut.IsOn) return (Refused(target, RollOutMessages.ChangedSince), null);
        var change = RollOutDecision.Of(switches, path, module, village, own, rollOut.IsReturning ? target.Before : rollOut.IsOn, rollOut.IsReturning);
        if (change.Refusal is { } refusal) return (Refused(target, refusal.Message), null);
        if (change.Configuration is null) return (target with { Result = RollOutResult.Same, Before = own.Enabled }, null);
        return (rollOut.IsReturning ? target with { Result = RollOutResult.Returned } : target with { Result = RollOutResult.Switched, Before = own.Enabled }, change.Configuration);
    }

    static RollOutVillage Refused(RollOutVillage village, LocalText why) => village with { Result = RollOutResult.Refused, Why = why.Indonesian, WhyInEnglish = why.In("en") };

    [LoggerMessage(Level = LogLevel.Error, Message = "Roll-out {RollOut} failed and is tried again")]
    static partial void LogFailed(ILogger log, Exception failure, Guid rollOut);
}
