namespace SmartKampung.Letters.Requests.Telling;

/// <summary>Something that the one who asked was told of a request.</summary>
public sealed record RequestMessage : Document
{
    public required Guid Request { get; init; }

    /// <summary>What <see cref="INotifications.FindAsync"/> knows it by.</summary>
    public required Guid Notification { get; init; }

    public NotificationChannel Channel { get; init; }

    public required string To { get; init; }

    /// <summary>What it is about, such as <c>done</c>.</summary>
    public required string About { get; init; }

    public DateTimeOffset At { get; init; }
}
