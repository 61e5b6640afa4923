namespace SmartKampung.Letters.Issued.Signing;

/// <summary>What somebody told to be signed in one go, and how far that is.</summary>
sealed record SigningRun : Document
{
    public required Guid Account { get; init; }

    /// <summary>What the signer is called for readers of a request's history.</summary>
    public required string SignedBy { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public IReadOnlyList<SigningItem> Items { get; init; } = [];

    /// <summary>Why it stopped before its end; empty where it did not.</summary>
    public LocalText Problem { get; init; } = LocalText.Empty;

    /// <summary>Whether the rest can be tried again as it is.</summary>
    public bool IsPassing { get; init; }

    public bool IsOver => Problem.Indonesian.Length > 0 || Items.All(item => item.State is not SigningState.Waiting);

    public SigningRun With(IReadOnlyDictionary<Guid, SigningItem> changed) => this with { Items = [.. Items.Select(item => changed.GetValueOrDefault(item.Request, item))] };
}

/// <summary>A request that is to be signed, by whom and how.</summary>
/// <param name="Request">The request.</param>
/// <param name="Step">The step that the signature takes.</param>
/// <param name="Role">The role of that step.</param>
/// <param name="Office">The signer's office, line by line.</param>
/// <param name="Name">The signer's name with titles.</param>
/// <param name="Nip">The signer's number as a civil servant; or empty.</param>
sealed record SigningItem(Guid Request, int Step, string Role, IReadOnlyList<string> Office, string Name, string Nip)
{
    public SigningState State { get; init; }

    /// <summary>The number that the letter got.</summary>
    public string Number { get; init; } = "";

    public Guid? Letter { get; init; }

    /// <summary>Why it was not signed.</summary>
    public string Reason { get; init; } = "";
}

enum SigningState
{
    Waiting,
    Signed,

    /// <summary>Somebody else took the step, or it is no longer asked for.</summary>
    Passed,

    /// <summary>Its paper can't be made.</summary>
    Failed,
}

/// <summary>The rest of a run goes on in the background.</summary>
/// <param name="Run">Its id.</param>
sealed record SigningAsked(Guid Run);

/// <summary>What BSrE asks the signer for; never written down.</summary>
/// <param name="NationalId">The national number.</param>
/// <param name="Passphrase">The passphrase.</param>
sealed record Credentials(string NationalId, string Passphrase)
{
    public static Credentials None { get; } = new("", "");
}
