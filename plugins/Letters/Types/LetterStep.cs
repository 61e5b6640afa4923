namespace SmartKampung.Letters.Types;

/// <summary>One of those who decide on a letter, in order.</summary>
public sealed record LetterStep
{
    public StepKind Kind { get; init; }

    /// <summary>The role that takes it, see <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The part of the village whose holder of the role is asked: that in which the person lives.</summary>
    public StepTerritory Territory { get; init; }

    /// <summary>The working hours after which it is late.</summary>
    public int DueHours { get; init; } = 24;

    /// <summary>The role that may take it once it is late; empty for none.</summary>
    public string EscalatesTo { get; init; } = "";
}

public enum StepKind
{
    /// <summary>Looks at it and passes it on.</summary>
    Approve,

    /// <summary>Signs it; the first to sign takes the number.</summary>
    Sign,

    /// <summary>Endorses it (mengetahui) after it was signed, with a number of its own register where it has one: the camat.</summary>
    Endorse,
}

public enum StepTerritory
{
    Village,
    Hamlet,
    CommunityUnit,
    NeighborhoodUnit,
}
