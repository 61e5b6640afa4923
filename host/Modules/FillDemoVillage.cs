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
        var village = await villages.GetAsync(entry, cancellationToken);
        foreach (var capsule in modules.Running.Where(capsule => capsule.Registrations.DemoContents.Count > 0))
        {
            await switches.RunAsync(ScopePath.Of(entry), capsule.Id, enabled: true, stop: cancellationToken);
            await TryFillAsync(capsule, village, cancellationToken);
        }

        first.Finish();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task TryFillAsync(Capsule capsule, Village village, CancellationToken stop)
    {
        try
        {
            foreach (var content in capsule.Registrations.DemoContents)
                await limits.RunAsync(capsule, token => FillAsync(content, capsule, village, token), stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotFilled(log, failure, capsule.Id);
        }
    }

    async Task FillAsync(DemoContent content, Capsule capsule, Village village, CancellationToken stop)
    {
        await using var scope = capsule.Enter(village, host);
        await new ModuleDelegate(content.Fill).InvokeAsync(scope.Services, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} could not fill the demo village")]
    static partial void LogNotFilled(ILogger log, Exception failure, string module);
}
