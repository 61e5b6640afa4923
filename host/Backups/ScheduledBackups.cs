using Microsoft.Extensions.Options;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Backs up at night, by each time zone's own clock, every village that changed since its last backup. A night that was missed is made up for.
/// </summary>
sealed partial class ScheduledBackups(
    IOptions<BackupOptions> options, VillageRegistry villages, MakeBackup backups, BackupFolder folder, BackupRecords records, VillageMarks marks, Retention retention,
    BackupWork work, BackupAlarm alarm, FinishRestores restores, TimeProvider clock, ILogger<ScheduledBackups> log)
    : BackgroundService
{
    static readonly TimeSpan Watch = TimeSpan.FromMinutes(1);

    /// <summary>Backs up all villages that changed and are due now.</summary>
    public async Task RunDueAsync(CancellationToken stop)
    {
        if (options.Value.Hour is not { } hour) return;
        foreach (var zone in villages.Villages.All.GroupBy(village => village.TimeZone.Id, village => village))
            await RunDueAsync(zone.Key, LastTurn(zone.First().TimeZone, hour), [.. zone], stop);
    }

    /// <summary>Backs up every village that has anything, changed or not.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAllAsync(Action<double> tell, CancellationToken stop)
    {
        folder.Demand(0);
        var (markOf, count, all) = (await marks.AllAsync(stop), 0, villages.Villages.All);
        foreach (var (done, village) in all.Index())
        {
            if (markOf(village.Id).Length > 0 && await TryBackUpAsync(village, BackupCause.Person, stop)) count++;
            tell((double)(done + 1) / all.Length);
        }

        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Watch, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await restores.RunAsync(stoppingToken);
                await RunDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotLooked(log, failure);
            }
        }
    }

    /// <summary>The last moment that was this hour of the day there.</summary>
    DateTimeOffset LastTurn(TimeZoneInfo zone, int hour)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        var turn = now.Date.AddHours(hour);
        if (turn > now.DateTime) turn = turn.AddDays(-1);
        return new(turn, zone.GetUtcOffset(turn));
    }

    async Task RunDueAsync(string zone, DateTimeOffset turn, IReadOnlyList<VillageEntry> due, CancellationToken stop)
    {
        var done = await records.RoundAsync(zone, stop);
        if (done >= turn) return;
        // The first night is the next one: a host that was just set up has other things to do.
        if (done is null || await TryRunAsync(due, stop)) await records.SaveRoundAsync(zone, turn, stop);
    }

    /// <summary>False where the folder can't take backups now; the round is tried again then.</summary>
    async Task<bool> TryRunAsync(IReadOnlyList<VillageEntry> due, CancellationToken stop)
    {
        try
        {
            folder.Demand(0);
            alarm.Clear(Guid.Empty);
        }
        catch (BackupException failure)
        {
            if (alarm.Raise(Guid.Empty, failure.Message)) LogNoFolder(log, failure.Message);
            return false;
        }

        var (markOf, latest) = (await marks.AllAsync(stop), await records.LatestAsync(stop));
        foreach (var village in due)
        {
            if (markOf(village.Id) is not { Length: > 0 } mark || latest.GetValueOrDefault(village.Id)?.Mark == mark) continue;
            await TryBackUpAsync(village, BackupCause.Schedule, stop);
            await retention.RunAsync(village.Id, village.TimeZone, stop);
        }

        return true;
    }

    async Task<bool> TryBackUpAsync(VillageEntry village, BackupCause cause, CancellationToken stop)
    {
        try
        {
            var made = await work.RunAsync(village.Id, WorkKind.Backup, (tell, end) => backups.RunAsync(village, cause, folder.Passphrase(), tell, end), stop);
            if (!made.IsVerified) throw new BackupException(BackupMessages.Changed);
            alarm.Clear(village.Id);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            alarm.Raise(village.Id, $"{village.Code}: {failure.Message}");
            LogFailed(log, failure, village.Code);
            await records.SaveAsync(new() { Village = village.Id, MadeAt = clock.GetUtcNow(), Cause = cause, Failure = failure.Message }, stop);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Which villages are to be backed up can't be told at the moment")]
    static partial void LogNotLooked(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "No village is backed up until this is mended: {Reason}")]
    static partial void LogNoFolder(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Village {Village} was not backed up")]
    static partial void LogFailed(ILogger log, Exception failure, string village);
}
