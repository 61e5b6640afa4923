namespace SmartKampung.Residents.People;

/// <summary>Somebody of the staff opened a record; its person reads this.</summary>
sealed record Reading : Document
{
    public required Guid Resident { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The account of who read; null for a script with the administrator key.</summary>
    public Guid? Reader { get; init; }

    /// <summary>The name of who read, as it was.</summary>
    public string ReaderName { get; init; } = "";

    /// <summary>The role by which they read.</summary>
    public string Role { get; init; } = "";

    /// <summary>What for, as the person reads it.</summary>
    public string Purpose { get; init; } = "";
}
