namespace SmartKampung.Host.Storage;

/// <summary>Something that happened, saved in the unit of work that made it happen, until all who follow it are done.</summary>
sealed record OutgoingEvent : Document, IHousekeeping
{
    /// <summary>The module that told of it, or "host".</summary>
    public required string Source { get; init; }

    public required string Name { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>When it is to be delivered next; the end of time once it was set aside.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>The receivers that are done with it.</summary>
    public List<string> Done { get; init; } = [];

    /// <summary>Why it is still here.</summary>
    public string? Reason { get; init; }
}

/// <summary>In the installation's data: this village may have events waiting. So a start opens no other village.</summary>
sealed record WaitingVillage : Document, IHousekeeping;
