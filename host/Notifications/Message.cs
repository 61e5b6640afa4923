using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Notifications;

/// <summary>A notification as it is kept in its village.</summary>
sealed record Message : Document, IHousekeeping
{
    public required string Module { get; init; }

    public required NotificationChannel Channel { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required NotificationState State { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Why it was not sent yet, or never will be.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}
