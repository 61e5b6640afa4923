using System.Linq.Expressions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>Once a day takes away what is past its time, in small batches, and writes down how much; what a batch could not take is taken the next day.</summary>
sealed partial class ForgetOld(
    AccountDocuments accounts, PrivacyDocuments privacy, Messages messages, VillageRegistry villages, IDocumentStore store, AuditLog audit, IOptions<RetentionOptions> options, TimeProvider clock,
    ILogger<ForgetOld> log)
    : BackgroundService
{
    const int Batch = 100;

    static readonly TimeSpan Look = TimeSpan.FromHours(1);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var times = options.Value;
        var (devices, slips, requests) = (Before(times.DeviceDays), Before(times.SlipDays), Before(times.RequestDays));
        await NoteAsync(null, stop,
            Told(AccountDocuments.Owner, nameof(Device), await ForgetAsync<Device>(accounts.OpenSession, device => device.LastSeenAt < devices && device.SignedInAt < devices, stop)),
            Told(AccountDocuments.Owner, nameof(Slip), await ForgetAsync<Slip>(accounts.OpenSession, slip => slip.UsedAt < slips || slip.ExpiresAt < slips, stop)),
            Told(PrivacyDocuments.Owner, nameof(PersonalRequest), await ForgetAsync<PersonalRequest>(privacy.OpenSession, request => request.OpenKey == null && request.AnsweredAt < requests, stop)));
        foreach (var village in villages.Villages.All.Where(village => store.Exists(Partition.OfVillage(village.Id)))) await ForgetMessagesAsync(village.Id, Before(times.MessageDays), stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        for (var due = clock.GetUtcNow() + Look; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            if (clock.GetUtcNow() < due) continue;
            await TryRunAsync(stoppingToken);
            due = clock.GetUtcNow() + Day;
        }
    }

    async Task TryRunAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogPutOff(log, failure);
        }
    }

    async Task ForgetMessagesAsync(Guid village, DateTimeOffset before, CancellationToken stop) => await NoteAsync(village, stop, Told("host", nameof(Message),
        await ForgetAsync<Message>(() => messages.OpenSession(village), message => message.WrittenAt < before && message.State != NotificationState.Waiting, stop)));

    /// <summary>Ends where a batch is not full, or was overtaken.</summary>
    static async Task<int> ForgetAsync<T>(Func<IDocumentSession> open, Expression<Func<T, bool>> isOld, CancellationToken stop) where T : Document
    {
        for (var gone = 0; ;)
        {
            var session = open();
            var batch = await session.Query<T>().Where(isOld).Take(Batch).ToListAsync(stop);
            foreach (var document in batch) session.Delete(document);
            if (batch.Count > 0 && await AccountDocuments.TrySaveAsync(session, stop)) gone += batch.Count;
            else return gone;
        }
    }

    DateTimeOffset Before(int days) => clock.GetUtcNow() - TimeSpan.FromDays(days);

    static AuditedDocument? Told(string owner, string type, int count) => count == 0 ? null : new(owner, type, Guid.Empty, AuditedChange.Removed, $"{count}", []);

    async Task NoteAsync(Guid? village, CancellationToken stop, params IEnumerable<AuditedDocument?> told)
    {
        var gone = told.OfType<AuditedDocument>().ToArray();
        if (gone.Length > 0) await audit.NoteAsync(Actor.Host, "retention", village, gone, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is past its time is taken away later")]
    static partial void LogPutOff(ILogger log, Exception failure);
}
