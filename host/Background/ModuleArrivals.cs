using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>After a module came, or came back in another version: its jobs get their turns, and the portal shows the villages as it does.</summary>
sealed partial class ModuleArrivals(ModuleHost modules, JobPlan plan, Outbox outbox, ILogger<ModuleArrivals> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        modules.OnArrived(capsule => _ = FollowAsync(capsule));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task FollowAsync(Capsule capsule)
    {
        try
        {
            await plan.UpdateAsync(Scope.Regency, CancellationToken.None);
            if (capsule.Registrations.ReadModels.Count == 0) return;
            await outbox.SaveAsync(new PortalIsBehind(Scope.Regency.ToString(), capsule.Id), CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogNotFollowed(log, failure, capsule.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Jobs and portal do not follow module {Module} yet; they do at the next start")]
    static partial void LogNotFollowed(ILogger log, Exception failure, string module);
}
