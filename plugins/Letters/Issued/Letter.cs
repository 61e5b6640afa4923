namespace SmartKampung.Letters.Issued;

/// <summary>A numbered and signed letter. It is never changed but for its state: revoked, or replaced by another.</summary>
public sealed record Letter : Document
{
    /// <summary>What its QR leads to: 128 random bits in 26 letters and digits.</summary>
    public required string Code { get; init; }

    public required Guid Request { get; init; }

    /// <summary><see cref="Requests.LetterRequest.Resident"/>.</summary>
    public required Guid Resident { get; init; }

    public Territory? Place { get; init; }

    /// <summary>The type's slug and name when it was signed.</summary>
    public required string Type { get; init; }

    public required LocalText TypeName { get; init; }

    public required string HolderName { get; init; }

    /// <summary>The number as it is printed.</summary>
    public required string Number { get; init; }

    /// <summary>The entry of the register that holds the number.</summary>
    public required Guid Entry { get; init; }

    /// <summary>The number of the district's register, once it was endorsed.</summary>
    public string DistrictNumber { get; init; } = "";

    /// <summary>When the first of those who sign did.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>When the last of those who sign did; null while others are to sign.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The last day on which it is valid; null without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    public IReadOnlyList<LetterSignature> Signatures { get; init; } = [];

    public LetterState State { get; init; }

    /// <summary>Why it was revoked or replaced.</summary>
    public string Reason { get; init; } = "";

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The letter that replaced it, or null.</summary>
    public Guid? ReplacedBy { get; init; }

    /// <summary>Whether it is printed and signed by hand.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The private file of the PDF, signed unless it <see cref="IsByHand"/>; null once it was destroyed.</summary>
    public string? File { get; init; }

    /// <summary>SHA-256 of that PDF in lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The last day on which it is kept; null for good.</summary>
    public DateOnly? KeepUntil { get; init; }

    public DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>Who took the print, when: only at the counter.</summary>
    public string CollectedBy { get; init; } = "";

    public DateTimeOffset? CollectedAt { get; init; }
}

/// <summary>A signature on a letter.</summary>
/// <param name="Account">Who signed.</param>
/// <param name="Name">The name with titles.</param>
/// <param name="Office">The office as printed, with a.n., u.b., Plt. or Plh. where that holds.</param>
/// <param name="At">When.</param>
public sealed record LetterSignature(Guid? Account, string Name, string Office, DateTimeOffset At);

public enum LetterState
{
    Valid,
    Revoked,
    Replaced,
}
