using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>In the installation's data: when a job of a module runs next in a village. One index over all of them finds those that are due.</summary>
sealed record JobTurn : Document, IHousekeeping
{
    public required Guid Village { get; init; }

    public required string Module { get; init; }

    public required string Job { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Tells one turn from the next, whatever the clock says; a turn that is tried again keeps it.</summary>
    public Guid Turn { get; init; } = Guid.CreateVersion7();

    public int Attempts { get; init; }

    /// <summary>Why the last run failed, or null.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? LastRun { get; init; }
}

/// <summary>In the village's data, saved with what the job did: the last turn whose effects are there.</summary>
sealed record JobMark : Document, IHousekeeping
{
    public required string Job { get; init; }

    public required Guid Turn { get; init; }
}
