using MimeKit;
using SmartKampung.Host.Background;
using SmartKampung.Host.Home;

namespace SmartKampung.Host.Notifications;

/// <summary>Puts a module's notifications into its unit of work.</summary>
sealed class ModuleNotifications(string module, Village village, VillageUnit unit, Messages messages, TimeProvider clock) : INotifications
{
    public Guid Send(Notification notification)
    {
        if (!IsAddress(notification)) throw new ArgumentException($"'{notification.To}' is no address for {notification.Channel}.", nameof(notification));
        var isEmail = notification.Channel == NotificationChannel.Email;
        var message = new Message
        {
            Module = module,
            Channel = notification.Channel,
            To = notification.To,
            Subject = notification.Subject.ReplaceLineEndings(" "),
            Text = notification.Text,
            State = isEmail ? NotificationState.Waiting : NotificationState.Offered,
            WrittenAt = clock.GetUtcNow(),
        };
        messages.Join(unit.Root).Store(message);
        unit.NoteChange();
        if (isEmail) unit.Publish("host", SendEmails.EventName, message.Id.ToString());
        return message.Id;
    }

    public async Task<NotificationStatus?> FindAsync(Guid id, CancellationToken stop = default) =>
        await messages.OpenSession(village.Id).LoadAsync<Message>(id, stop) is { } message && message.Module == module ? StatusOf(message) : null;

    public static NotificationStatus StatusOf(Message message) => new(
        message.State, message.Reason, message.Channel == NotificationChannel.WhatsApp ? PhoneNumber.WhatsAppLink(message.To, message.Text) : null, message.SentAt);

    static bool IsAddress(Notification notification) => notification.Channel == NotificationChannel.Email
        ? MailboxAddress.TryParse(notification.To, out var address) && address.Address.Contains('@', StringComparison.Ordinal)
        : PhoneNumber.IsInternational(notification.To);
}
