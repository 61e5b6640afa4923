using MimeKit;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Notifications;

/// <summary>Hands waiting e-mail to the mail server. One that the server took right before a kill may go twice, with the same Message-Id.</summary>
sealed class SendEmails(Messages messages, VillageRegistry villages, MailServer server, TimeProvider clock) : IReceivers
{
    public const string EventName = "e-mail waits";

    public IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened) =>
        happened is { Source: "host", Name: EventName } ? [new("e-mail", (delivery, stop) => SendAsync(partition.Id, Guid.Parse(delivery.Event.Body), stop))] : [];

    public async Task SetAsideAsync(Partition partition, OutgoingEvent happened, CancellationToken stop)
    {
        if (happened is { Source: "host", Name: EventName })
            await ChangeAsync(partition.Id, Guid.Parse(happened.Body), message => message with { State = NotificationState.Failed }, stop);
    }

    async Task SendAsync(Guid village, Guid id, CancellationToken stop)
    {
        if (await messages.OpenSession(village).LoadAsync<Message>(id, stop) is not { State: not NotificationState.Sent } message) return;
        try
        {
            await TransmitAsync(village, message, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await ChangeAsync(village, id, unsent => unsent with { State = NotificationState.Waiting, Reason = failure.Message }, stop);
            throw;
        }

        await ChangeAsync(village, id, sent => sent with { State = NotificationState.Sent, Reason = null, SentAt = clock.GetUtcNow() }, stop);
    }

    async Task TransmitAsync(Guid village, Message message, CancellationToken stop)
    {
        using var letter = Write(message, villages.Find(village)?.Name ?? "SmartKampung", server.From);
        await server.SendAsync(letter, stop);
    }

    MimeMessage Write(Message message, string sender, string from)
    {
        var letter = new MimeMessage
        {
            MessageId = $"{message.Id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Date = clock.GetUtcNow(),
            Subject = message.Subject,
            Body = new TextPart("plain") { Text = message.Text },
        };
        letter.From.Add(new MailboxAddress(sender, from));
        letter.To.Add(MailboxAddress.Parse(message.To));
        return letter;
    }

    async Task ChangeAsync(Guid village, Guid id, Func<Message, Message> change, CancellationToken stop)
    {
        var session = messages.OpenSession(village);
        if (await session.LoadAsync<Message>(id, stop) is not { } message) return;
        session.Store(change(message));
        await session.SaveChangesAsync(stop);
    }
}
