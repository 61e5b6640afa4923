namespace SmartKampung.Sdk;

/// <summary>Tells people something outside of the village's pages.</summary>
public interface INotifications
{
    /// <summary>
    /// Sends it once the session's changes are saved: it is saved with them. E-mail goes out by itself, and is tried again for about a day;
    /// WhatsApp gives a link that staff opens, since nobody may send in their name.
    /// </summary>
    /// <returns>Identifies the notification, for <see cref="FindAsync"/>.</returns>
    /// <exception cref="ArgumentException">The address is none.</exception>
    Guid Send(Notification notification);

    /// <summary>Tells what became of a notification of this module, or null where there is none.</summary>
    Task<NotificationStatus?> FindAsync(Guid id, CancellationToken stop = default);
}

/// <summary>What a person is told.</summary>
public sealed record Notification
{
    Notification() { }

    /// <summary>How it goes out.</summary>
    public required NotificationChannel Channel { get; init; }

    /// <summary>An e-mail address, or a phone number in digits with the country's code.</summary>
    public required string To { get; init; }

    /// <summary>The subject of an e-mail, else empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Plain text in the reader's language.</summary>
    public required string Text { get; init; }

    /// <summary>An e-mail.</summary>
    public static Notification Email(string address, string subject, string text) =>
        new() { Channel = NotificationChannel.Email, To = address, Subject = subject, Text = text };

    /// <summary>A WhatsApp message.</summary>
    /// <param name="phone">A number as people write it, such as <c>0812-3456-7890</c> or <c>+62 812 3456 7890</c>.</param>
    /// <param name="text">The text that the link brings along.</param>
    public static Notification WhatsApp(string phone, string text) => new() { Channel = NotificationChannel.WhatsApp, To = phone, Text = text };
}

/// <summary>How a notification goes out.</summary>
public enum NotificationChannel
{
    /// <summary>By the installation's SMTP server.</summary>
    Email,

    /// <summary>By a link that opens WhatsApp with the text.</summary>
    WhatsApp,
}

/// <summary>What became of a notification.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Reason">Why it was not sent yet, or never will be; else null.</param>
/// <param name="Link">What opens WhatsApp with the text, else null.</param>
/// <param name="SentAt">When the mail server took it, else null.</param>
public sealed record NotificationStatus(NotificationState State, string? Reason, Uri? Link, DateTimeOffset? SentAt);

/// <summary>Where a notification is.</summary>
public enum NotificationState
{
    /// <summary>It will be sent, or tried again.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Its link waits for staff.</summary>
    Offered,

    /// <summary>It was given up.</summary>
    Failed,
}
