namespace SmartKampung.Letters.Issued.Checking;

/// <summary>How a letter stands.</summary>
enum CheckState
{
    Unknown,
    Valid,

    /// <summary>Its time is over.</summary>
    Over,

    /// <summary>Others are to sign yet.</summary>
    Incomplete,
    Revoked,
    Replaced,
}

/// <summary>All that anyone learns of a letter.</summary>
sealed record CheckedLetter
{
    public static CheckedLetter Unknown { get; } = new();

    public CheckState State { get; init; }
    public string Code { get; init; } = "";
    public LocalText Kind { get; init; } = LocalText.Empty;
    public string Number { get; init; } = "";
    public string DistrictNumber { get; init; } = "";
    public DateTimeOffset? SignedAt { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? DestroyedAt { get; init; }
    public string Holder { get; init; } = "";
    public bool IsByHand { get; init; }
    public IReadOnlyList<LetterSignature> Signatures { get; init; } = [];

    /// <summary>The code of the letter that replaced it; or empty.</summary>
    public string ReplacedBy { get; init; } = "";

    /// <summary>The number of that letter.</summary>
    public string NewNumber { get; init; } = "";
}
