namespace SmartKampung.Host.Regency;

/// <summary>An hour in which somebody of the regency helps a village; kept, so that the village and the audit see it afterwards.</summary>
sealed record SupportVisit : Document
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>For how long afterwards the village's console tells of it.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromDays(30);

    public required Guid Village { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who they are.</summary>
    public required string Name { get; init; }

    /// <summary>Why, in their own words.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it ends, or ended, by itself or by a button.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}
