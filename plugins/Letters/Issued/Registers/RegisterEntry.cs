namespace SmartKampung.Letters.Issued.Registers;

/// <summary>A number that was taken. It stays for good: a number that came to nothing is cancelled, with the reason.</summary>
sealed record RegisterEntry : Document
{
    public required Guid Register { get; init; }

    public required int Period { get; init; }

    public required int Sequence { get; init; }

    /// <summary>As it is printed.</summary>
    public required string Number { get; init; }

    public EntryKind Kind { get; init; }

    public required DateOnly Date { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the letter is about.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whom it is for, or who gets it.</summary>
    public string Party { get; init; } = "";

    public Guid? Letter { get; init; }

    /// <summary>Where the person of the letter lives; null for numbers of the office, which nobody sees who is limited to a part of the village.</summary>
    public Territory? Place { get; init; }

    /// <summary>Who took the number.</summary>
    public string By { get; init; } = "";

    /// <summary>Why it was cancelled.</summary>
    public string Reason { get; init; } = "";
}

enum EntryKind
{
    /// <summary>A letter of this module.</summary>
    Letter,

    /// <summary>A letter that was written by hand or elsewhere.</summary>
    Outside,

    /// <summary>Kept for a letter that will be written by hand.</summary>
    Reserved,

    Cancelled,
}
