using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Demo;

/// <summary>Fills one village, so that whoever starts a fresh installation has something to click through.</summary>
sealed partial class DemoVillage(VillageRegistry villages, ModuleHost modules, ModuleSwitches switches, IServiceProvider host, ILogger<DemoVillage> log)
{
    public const string Code = "35.10.24.2008";

    /// <summary>Switches on every module that brings demo content and lets it fill the village. A module that throws is told and left as it is.</summary>
    public async Task FillAsync(CancellationToken stop)
    {
        if (villages.FindByCode(Code) is not { } entry) return;
        foreach (var capsule in modules.Running.Where(capsule => capsule.Registrations.DemoContents.Count > 0))
        {
            await switches.SwitchOnAsync(entry, capsule.Id, stop);
            await TryFillAsync(capsule, await villages.GetAsync(entry, stop), stop);
        }
    }

    async Task TryFillAsync(Capsule capsule, Village village, CancellationToken stop)
    {
        try
        {
            foreach (var content in capsule.Registrations.DemoContents)
            {
                await using var scope = capsule.Enter(village, host);
                await new ModuleDelegate(content.Fill).InvokeAsync(scope.Services, stop);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotFilled(log, failure, capsule.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} could not fill the demo village")]
    static partial void LogNotFilled(ILogger log, Exception failure, string module);
}
