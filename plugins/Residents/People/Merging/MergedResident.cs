namespace SmartKampung.Residents.People;

/// <summary>A second record of somebody, under its id, that went into another one: what it said, and where who asks for it is led.</summary>
sealed record MergedResident : Document
{
    /// <summary>The record that stays.</summary>
    public required Guid Into { get; init; }

    /// <summary>What the record said.</summary>
    public IReadOnlyList<ChangedField> Fields { get; init; } = [];

    public DateTimeOffset At { get; init; }

    /// <summary>The account of who merged them.</summary>
    public Guid? Person { get; init; }

    /// <summary>The name of who merged them, as it was.</summary>
    public string By { get; init; } = "";
}
