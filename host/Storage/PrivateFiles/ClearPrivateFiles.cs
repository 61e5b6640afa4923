namespace SmartKampung.Host.Storage;

/// <summary>
/// Removes private files that no document of their module names: saved for a unit of work that failed, or for a document that is gone. A file has a day to be
/// named; events and jobs that wait may name it too. A village in which nothing was saved since the last look is not read again.
/// </summary>
sealed partial class ClearPrivateFiles(PrivateFileStore files, IDocumentStore store, TimeProvider clock, ILogger<ClearPrivateFiles> log) : BackgroundService
{
    const string HostsOwn = "host";

    static readonly TimeSpan Look = TimeSpan.FromHours(6);
    static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    readonly Dictionary<Guid, (string Mark, int Old)> looked = [];

    public void Run(CancellationToken stop)
    {
        foreach (var village in files.Villages()) TryClear(village, stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Task.Run(() => Run(stoppingToken), stoppingToken);
    }

    /// <summary>Where the documents can't be read now, nobody knows what they name: nothing goes.</summary>
    void TryClear(Guid village, CancellationToken stop)
    {
        try
        {
            Clear(village, stop);
        }
        catch (Exception failure) when (failure is StorageUnavailableException or IOException or UnauthorizedAccessException)
        {
            LogPutOff(log, failure, village);
        }
    }

    void Clear(Guid village, CancellationToken stop)
    {
        var (partition, before) = (Partition.OfVillage(village), clock.GetUtcNow() - Grace);
        var old = files.In(village).Select(kept => (Files: kept, Names: kept.NamesBefore(before))).Where(kept => kept.Names.Count > 0).ToList();
        var state = (Mark: store.MarkOf(partition), Old: old.Sum(kept => kept.Names.Count));
        if (state.Old == 0 || (looked.TryGetValue(village, out var last) && last == state)) return;
        using (var copy = store.Copy(partition))
            foreach (var (kept, names) in old) TakeOutNamed(names, copy, kept.Owner, stop);
        foreach (var (kept, unnamed) in old)
            foreach (var name in unnamed) kept.RemoveBefore(name, before);
        looked[village] = state with { Old = state.Old - old.Sum(kept => kept.Names.Count) };
    }

    static void TakeOutNamed(HashSet<string> names, IPartitionCopy copy, string owner, CancellationToken stop)
    {
        foreach (var body in copy.Types.Where(type => type.Owner == owner || type.Owner == HostsOwn).SelectMany(copy.Stream).TakeWhile(_ => names.Count > 0))
        {
            stop.ThrowIfCancellationRequested();
            names.ExceptWith(DigitRuns.In(body, PrivateFiles.NameLength));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Private files of village {Village} that no document names can't be removed at the moment")]
    static partial void LogPutOff(ILogger log, Exception failure, Guid village);
}
