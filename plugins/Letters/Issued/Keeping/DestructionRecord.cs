namespace SmartKampung.Letters.Issued.Keeping;

/// <summary>The record of a destruction (berita acara pemusnahan): which letters, on whose decision. It names nobody whom the letters were for.</summary>
sealed record DestructionRecord : Document
{
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is decided by, such as the number of the head's consent; or empty.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Who was there.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];

    public IReadOnlyList<DestroyedLetter> Letters { get; init; } = [];

    public Guid? Account { get; init; }

    /// <summary>The name of who decided, as it was.</summary>
    public string By { get; init; } = "";

    /// <summary>The role in which; empty where it is none of the village.</summary>
    public string Role { get; init; } = "";
}

/// <summary>A letter that is destroyed, or due to be.</summary>
/// <param name="Letter">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="TypeName">What kind of letter it was.</param>
/// <param name="SignedAt">Its day.</param>
/// <param name="KeptUntil">The last day on which it had to be kept.</param>
/// <param name="Files">How many files of it there were: its paper and what was attached.</param>
sealed record DestroyedLetter(Guid Letter, string Number, LocalText TypeName, DateTimeOffset SignedAt, DateOnly? KeptUntil, int Files);
