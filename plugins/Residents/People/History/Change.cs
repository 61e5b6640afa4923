namespace SmartKampung.Residents.People;

/// <summary>What was changed in a record, by whom and on what ground.</summary>
sealed record Change : Document
{
    public required Guid Resident { get; init; }

    public DateTimeOffset At { get; init; }

    public ChangeKind Kind { get; init; }

    /// <summary>The account of who changed it; null for a script and for work in the background.</summary>
    public Guid? Person { get; init; }

    /// <summary>The name of who changed it, as it was.</summary>
    public string By { get; init; } = "";

    public IReadOnlyList<ChangedField> Fields { get; init; } = [];
}

/// <summary>What a change came from.</summary>
enum ChangeKind
{
    Added,
    Edited,
    Proposed,
    Imported,
    Event,
    Merged,

    /// <summary>An event that was entered by mistake.</summary>
    TakenBack,
}

/// <summary>A property of a record, before and after, as people write it.</summary>
/// <param name="Name">The property in snake case, as in the texts.</param>
/// <param name="Old">Before.</param>
/// <param name="New">After.</param>
sealed record ChangedField(string Name, string Old, string New);
