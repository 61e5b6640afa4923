namespace SmartKampung.Host.Storage;

/// <summary>
/// Brings all personal data to the present key, partition by partition, in the background: after a key was renewed, and once for data from
/// before they were sealed. What was not done when the host ended is done after the next start.
/// </summary>
sealed partial class ResealPersonal(IDocumentStore store, PrivateFileStore files, PersonalKeys keys, TimeProvider clock, ILogger<ResealPersonal> log) : BackgroundService
{
    static readonly TimeSpan Watch = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    readonly DocumentSet documents = store.Register("host", [new DocumentRegistration<PersonalSealing>(new DocumentMapping<PersonalSealing>())]);
    readonly SemaphoreSlim running = new(1);
    DateTimeOffset nextTry = DateTimeOffset.MinValue;

    /// <summary>How far the round is that runs, or how the last one ended.</summary>
    public ResealState State { get; private set; } = new("", 0, 0, []);

    /// <summary>Whether nothing is sealed with an older key any more.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken stop) => (await DoneAsync(OpenSession(), stop))?.Key == keys.Present.Id;

    /// <summary>Looks through everything and seals anew what is not sealed with the present key.</summary>
    /// <returns>How it ended; nothing is left where the older keys are needed no more.</returns>
    public async Task<ResealState> RunAsync(CancellationToken stop)
    {
        await running.WaitAsync(stop);
        try
        {
            var (key, partitions) = (keys.Present.Id, store.Partitions());
            State = new(key, 0, partitions.Count, []);
            foreach (var partition in partitions) State = State with { Done = State.Done + 1, Left = [.. State.Left, .. await TryAsync(partition, stop)] };
            if (State.Left.Count == 0 && keys.Present.Id == key) await NoteAsync(key, stop);
            return State;
        }
        finally
        {
            nextTry = clock.GetUtcNow() + Pause;
            running.Release();
        }
    }

    /// <summary>Drops all keys but the present one, once nothing here is sealed with them; backups may be.</summary>
    /// <returns>What is still sealed with them; then they stay.</returns>
    public async Task<IReadOnlyList<string>> DropOldAsync(CancellationToken stop)
    {
        var round = await RunAsync(stop);
        if (round.Left.Count == 0) keys.DropOld();
        return round.Left;
    }

    public override void Dispose()
    {
        running.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Watch, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.GetUtcNow() >= nextTry && !await IsDoneAsync(stoppingToken)) await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                nextTry = clock.GetUtcNow() + Pause;
                LogNotSealed(log, failure);
            }
        }
    }

    /// <summary>One whose data can't be read now keeps no other from being sealed.</summary>
    async Task<IEnumerable<string>> TryAsync(Partition partition, CancellationToken stop)
    {
        try
        {
            var sealedAnew = await store.ResealAsync(partition, stop);
            if (sealedAnew.Count > 0) LogSealed(log, sealedAnew.Count, partition.Kind, partition.Id);
            if (partition.Kind == PartitionKind.Village && await files.ResealAsync(partition.Id, stop) is > 0 and var count) LogFilesSealed(log, count, partition.Id);
            return sealedAnew.Left.Select(owner => $"{partition.Kind} {partition.Id}: {owner} does not run");
        }
        catch (StorageUnavailableException failure)
        {
            return [$"{partition.Kind} {partition.Id}: {failure.Message}"];
        }
    }

    async Task NoteAsync(string key, CancellationToken stop)
    {
        var session = OpenSession();
        session.Store((await DoneAsync(session, stop) ?? new() { Id = Guid.Empty, Key = "" }) with { Key = key });
        await session.SaveChangesAsync(stop);
    }

    static Task<PersonalSealing?> DoneAsync(IDocumentSession session, CancellationToken stop) => session.LoadAsync<PersonalSealing>(Guid.Empty, stop);

    IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} documents of {Kind} {Id} were sealed anew")]
    static partial void LogSealed(ILogger log, int count, PartitionKind kind, Guid id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} private files of village {Id} were sealed anew")]
    static partial void LogFilesSealed(ILogger log, int count, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Personal data can't be brought to the present key at the moment")]
    static partial void LogNotSealed(ILogger log, Exception failure);
}

/// <param name="Key">The key that everything is brought to.</param>
/// <param name="Done">How many partitions are done.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Left">What could not be sealed anew, and why.</param>
sealed record ResealState(string Key, int Done, int Of, IReadOnlyList<string> Left);
