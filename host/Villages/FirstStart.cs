using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages.Demo;
using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Host.Villages;

/// <summary>
/// Reads the villages before the first request; an installation that has none gets those of its regency and the demo village.
/// A marker in the data folder lies there until all is filled, so that a start after one that was killed goes on where that one ended.
/// </summary>
sealed class FirstStart(
    VillageRegistry registry, ImportVillages import, DemoVillage demo, RegencyOptions regency, DataFolder data, ILogger<FirstStart> log)
{
    const string KnownRegency = "35.10";

    string Marker => Path.Combine(data.Path, "first-start.unfinished");

    /// <summary>The demo village for modules to fill, until a start has filled it; null ever after.</summary>
    public VillageEntry? FreshDemoVillage { get; private set; }

    public async Task RunAsync(CancellationToken stop = default)
    {
        await registry.LoadAsync(stop);
        if (registry.Villages.All.Length == 0 && regency.Code == KnownRegency) await FillAsync(stop);
        if (!File.Exists(Marker) || registry.FindByCode(DemoVillage.Code) is not { } village) return;
        await demo.FillAsync(village, stop);
        FreshDemoVillage = registry.Find(village.Id);
    }

    /// <summary>Called once the modules have filled the demo village.</summary>
    public void Finish() => File.Delete(Marker);

    async Task FillAsync(CancellationToken stop)
    {
        await File.WriteAllTextAsync(Marker, "Gone once the demo village is filled.", stop);
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
