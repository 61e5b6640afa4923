using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Background;

/// <summary>The figures that a village's modules tell.</summary>
sealed partial class Indicators(
    ModuleHost modules, ModuleSwitches switches, ModuleLimits limits, TextLibrary texts, IServiceProvider host, ILogger<Indicators> log)
{
    /// <summary>Asks all modules at once, so that those which do not come back take the time of one.</summary>
    public async Task<IndicatorList> OfAsync(Village village, HttpContext context, CancellationToken stop)
    {
        var asked = AskedIn(village);
        var told = await Task.WhenAll(asked.Select(capsule => TryAsync(capsule, village, stop)));
        return new(
            [.. asked.Zip(told).SelectMany(module => Describe(module.First.Id, module.Second ?? [], context))],
            [.. asked.Zip(told).Where(module => module.Second is null).Select(module => module.First.Id)]);
    }

    /// <summary>The figures as they are, module by module; null for one that does not tell them.</summary>
    public async Task<IReadOnlyList<(string Module, IReadOnlyList<Indicator>? Told)>> TellAsync(Village village, CancellationToken stop)
    {
        var asked = AskedIn(village);
        var told = await Task.WhenAll(asked.Select(capsule => TryAsync(capsule, village, stop)));
        return [.. asked.Select(capsule => capsule.Id).Zip(told)];
    }

    /// <summary>The ids of the modules that tell figures in a village.</summary>
    public IReadOnlyList<string> ModulesIn(VillageEntry village) =>
        [.. modules.Running.Where(capsule => capsule.Registrations.Indicators.Count > 0 && switches.IsOn(village, capsule.Id)).Select(capsule => capsule.Id)];

    List<Capsule> AskedIn(Village village) => [.. modules.Running.Where(capsule => switches.IsOn(village, capsule.Id) && capsule.Registrations.Indicators.Count > 0)];

    IEnumerable<IndicatorView> Describe(string module, IEnumerable<Indicator> told, HttpContext context)
    {
        var text = texts.For(module, context);
        return told.Select(indicator => new IndicatorView(module, indicator.Name, text[$"indicators.{indicator.Name}"], indicator.Value, indicator.Unit));
    }

    /// <summary>A module that throws, or does not come back in its time, is left out; the figures of the others stay.</summary>
    async Task<IReadOnlyList<Indicator>?> TryAsync(Capsule capsule, Village village, CancellationToken stop)
    {
        try
        {
            return await limits.RunPartAsync(capsule, token => AskAsync(capsule, village, token), stop);
        }
        catch (Exception failure) when (failure is not StorageUnavailableException && !stop.IsCancellationRequested)
        {
            LogLeftOut(log, failure, capsule.Id, village.Code);
            return null;
        }
    }

    async Task<IReadOnlyList<Indicator>> AskAsync(Capsule capsule, Village village, CancellationToken stop)
    {
        var told = new List<Indicator>();
        await using var scope = capsule.Enter(village, host);
        foreach (var source in capsule.Registrations.Indicators) told.AddRange(await source.InvokeAsync(scope.Services, stop) as IEnumerable<Indicator> ?? []);
        return told;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of module {Module} in village {Village} were left out")]
    static partial void LogLeftOut(ILogger log, Exception failure, string module, string village);
}
