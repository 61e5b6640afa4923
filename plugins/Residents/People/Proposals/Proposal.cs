namespace SmartKampung.Residents.People;

/// <summary>What the head of an RT, an RW or a hamlet proposes to change in a record of their own people.</summary>
sealed record Proposal : Document
{
    public required Guid Resident { get; init; }

    /// <summary>Where the resident lives, and so who sees the proposal.</summary>
    public Territory? Place { get; init; }

    public IReadOnlyList<ChangedField> Fields { get; init; } = [];

    /// <summary>Why, and how it is known.</summary>
    public string Note { get; init; } = "";

    public ProposalState State { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The account of who proposes.</summary>
    public Guid? Person { get; init; }

    /// <summary>The name of who proposes, as it was.</summary>
    public string By { get; init; } = "";

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The name of who decided, as it was.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";
}

enum ProposalState
{
    Waiting,
    Approved,
    Refused,
    Withdrawn,
}
