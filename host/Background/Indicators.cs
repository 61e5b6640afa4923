using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Background;

/// <summary>The figures that a village's modules tell.</summary>
sealed partial class Indicators(ModuleHost modules, ModuleSwitches switches, TextLibrary texts, IServiceProvider host, ILogger<Indicators> log)
{
    public async Task<IReadOnlyList<IndicatorView>> OfAsync(Village village, HttpContext context, CancellationToken stop)
    {
        var found = new List<IndicatorView>();
        foreach (var capsule in modules.Running.Where(capsule => switches.IsOn(village, capsule.Id)))
            foreach (var source in capsule.Registrations.Indicators)
                found.AddRange(await TryAsync(capsule, source, village, context, stop));
        return found;
    }

    /// <summary>A module that throws is left out; the figures of the others stay.</summary>
    async Task<IEnumerable<IndicatorView>> TryAsync(Capsule capsule, IndicatorSource source, Village village, HttpContext context, CancellationToken stop)
    {
        try
        {
            await using var scope = capsule.Enter(village, host);
            var told = await new ModuleDelegate(source.Indicators).InvokeAsync(scope.Services, stop) as IEnumerable<Indicator> ?? [];
            var text = texts.For(capsule.Id, context);
            return [.. told.Select(indicator => new IndicatorView(capsule.Id, indicator.Name, text[$"indicators.{indicator.Name}"], indicator.Value, indicator.Unit))];
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            LogLeftOut(log, failure, capsule.Id, village.Code);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of module {Module} in village {Village} were left out")]
    static partial void LogLeftOut(ILogger log, Exception failure, string module, string village);
}
