using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Regency;

/// <summary>A module that is switched on or off in many villages, batch by batch; pausing and ending take effect between two batches.</summary>
sealed record RollOut : Document
{
    public required string Module { get; init; }

    /// <summary>Whether it is switched on, or off.</summary>
    public required bool IsOn { get; init; }

    public required int Villages { get; init; }

    public required RollOutState State { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>The account of who started it; null for the administrator key.</summary>
    public Guid? StartedByAccount { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it gives the villages back what they had before.</summary>
    public bool IsReturning { get; init; }
}

enum RollOutState
{
    Running,
    Paused,
    Cancelled,
    Done,
}

/// <summary>Villages that are switched in one commit, which saves what became of them too.</summary>
sealed record RollOutBatch : Document, IHousekeeping
{
    public const int Size = 50;

    public required Guid RollOut { get; init; }

    public required int Number { get; init; }

    /// <summary>Whether it is still to be done.</summary>
    public required bool IsOpen { get; init; }

    public required IReadOnlyList<RollOutVillage> Villages { get; init; }
}

/// <param name="Village">The village's id.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Before">What the village itself had said of the switch; null where it inherited.</param>
/// <param name="Why">Why it was refused, in Indonesian, or empty.</param>
/// <param name="WhyInEnglish">The same in English.</param>
sealed record RollOutVillage(Guid Village, RollOutResult Result = RollOutResult.Waiting, bool? Before = null, string Why = "", string WhyInEnglish = "");

enum RollOutResult
{
    Waiting,
    Switched,
    Same,
    Refused,
    Returned,
}
