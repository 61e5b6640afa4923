using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>Lets the modules fill the demo village on the first start, so that a newcomer has something to click through.</summary>
sealed partial class FillDemoVillage(
    FirstStart first, VillageCache villages, ModuleHost modules, SwitchModule switches, ModuleLimits limits, IServiceProvider host, ILogger<FillDemoVillage> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (first.FreshDemoVillage is not { } entry) return;
        try
        {
            await FillAsync(entry, cancellationToken);
        }
        catch (StorageUnavailableException failure)
        {
            LogLater(log, failure);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task FillAsync(VillageEntry entry, CancellationToken stop)
    {
        var village = await villages.GetAsync(entry, stop);
        foreach (var capsule in modules.Running.Where(capsule => capsule.Registrations.DemoContents.Count > 0).OrderBy(Depth))
        {
            await switches.RunAsync(ScopePath.Of(entry), capsule.Id, enabled: true, stop: stop);
            await TryFillAsync(capsule, village, stop);
        }

        first.Finish();
    }

    /// <summary>A module comes after those that it requires: it can't be switched on before them, and its content is about theirs.</summary>
    int Depth(Capsule capsule) => 1 + capsule.Manifest.Requires.Keys.Select(modules.Find).OfType<Capsule>().Select(Depth).DefaultIfEmpty().Max();

    async Task TryFillAsync(Capsule capsule, Village village, CancellationToken stop)
    {
        try
        {
            foreach (var content in capsule.Registrations.DemoContents)
                await limits.RunAsync(capsule, token => FillAsync(content, capsule, village, token), stop);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            LogNotFilled(log, failure, capsule.Id);
        }
    }

    async Task FillAsync(ModuleDelegate content, Capsule capsule, Village village, CancellationToken stop)
    {
        await using var scope = capsule.Enter(village, host);
        await content.InvokeAsync(scope.Services, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo village is filled by the next start")]
    static partial void LogLater(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} could not fill the demo village")]
    static partial void LogNotFilled(ILogger log, Exception failure, string module);
}
