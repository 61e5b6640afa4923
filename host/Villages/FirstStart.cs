using SmartKampung.Host.Villages.Demo;
using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Host.Villages;

/// <summary>Reads the villages before the first request; an installation that has none gets those of its regency and the demo village.</summary>
sealed class FirstStart(
    VillageRegistry registry, ImportVillages import, DemoVillage demo, RegencyOptions regency, ILogger<FirstStart> log)
{
    const string KnownRegency = "35.10";

    /// <summary>The demo village where this start made it, for modules to fill; null on every later start.</summary>
    public VillageEntry? FreshDemoVillage { get; private set; }

    public async Task RunAsync(CancellationToken stop = default)
    {
        await registry.LoadAsync(stop);
        if (registry.Villages.All.Length == 0 && regency.Code == KnownRegency) await FillAsync(stop);
        if (registry.FindByCode(DemoVillage.Code) is { } village && await demo.FillAsync(village, stop)) FreshDemoVillage = registry.Find(village.Id);
    }

    async Task FillAsync(CancellationToken stop)
    {
        using var file = EmbeddedData.Open("banyuwangi-villages.csv");
        var result = await import.RunAsync(file, stop);
        FirstStartLog.Filled(log, result.Added);
    }
}

static partial class FirstStartLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The data folder was empty: {Count} villages were added")]
    public static partial void Filled(ILogger log, int count);
}
