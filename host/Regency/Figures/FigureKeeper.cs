using SmartKampung.Host.Accounts;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>
/// Asks villages for their figures again once their file was written, a module came on, or a day has passed. The time of the file says so,
/// which costs no opening and outlives a kill.
/// </summary>
sealed partial class FigureKeeper(
    RegencyDocuments documents, Indicators indicators, VillageRegistry villages, VillageCache cache, DataFolder data, TimeProvider clock, ILogger<FigureKeeper> log)
    : BackgroundService
{
    const int Together = 50;
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Asks every village whose figures are stale.</summary>
    public async Task RefreshAsync(CancellationToken stop)
    {
        var kept = (await documents.OpenSession().Query<VillageFigures>().ToListAsync(stop)).ToDictionary(figures => figures.Id);
        var stale = villages.Villages.Open.Where(village => FileTimeOf(village.Id) is { } file && IsStale(kept.GetValueOrDefault(village.Id), village, file)).ToArray();
        foreach (var some in stale.Chunk(Together)) await TakeAsync(some, kept, stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(stoppingToken);
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RefreshAsync(stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, failure);
        }
    }

    bool IsStale(VillageFigures? kept, VillageEntry village, DateTimeOffset file) =>
        kept is null || kept.FileAt != file || clock.GetUtcNow() - kept.TakenAt > Life || indicators.ModulesIn(village).Except(kept.Modules).Any();

    async Task TakeAsync(VillageEntry[] some, Dictionary<Guid, VillageFigures> kept, CancellationToken stop)
    {
        var session = documents.OpenSession();
        foreach (var village in some) session.Store(await AskAsync(village, kept.GetValueOrDefault(village.Id)?.Version ?? 0, stop));
        await AccountDocuments.TrySaveAsync(session, stop); // Who was faster asked the same.
    }

    async Task<VillageFigures> AskAsync(VillageEntry village, int version, CancellationToken stop)
    {
        var file = FileTimeOf(village.Id) ?? default;
        var told = await indicators.TellAsync(await cache.GetAsync(village, stop), stop);
        return new()
        {
            Id = village.Id,
            Version = version,
            TakenAt = clock.GetUtcNow(),
            FileAt = file,
            Bytes = SizeOf(village.Id),
            Modules = [.. told.Select(module => module.Module)],
            Figures = [.. from module in told from figure in module.Told ?? [] select new KeptFigure(module.Module, figure.Name, figure.Value, figure.Unit)],
        };
    }

    /// <summary>When the village's file was last written; null where it has none.</summary>
    DateTimeOffset? FileTimeOf(Guid village)
    {
        var files = FilesOf(village).Where(file => file.Exists).Select(file => new DateTimeOffset(file.LastWriteTimeUtc)).ToArray();
        return files.Length == 0 ? null : files.Max();
    }

    long SizeOf(Guid village)
    {
        var folder = new DirectoryInfo(Path.Combine(data.Files, village.ToString()));
        return FilesOf(village).Where(file => file.Exists).Sum(file => file.Length)
            + (folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0);
    }

    IEnumerable<FileInfo> FilesOf(Guid village)
    {
        var database = data.DatabaseOf(Partition.OfVillage(village));
        return [new(database), new(Path.ChangeExtension(database, null) + "-log.db")];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of the villages could not be taken")]
    static partial void LogFailed(ILogger log, Exception failure);
}
