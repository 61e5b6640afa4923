namespace SmartKampung.Letters.Issued.Serving;

/// <summary>How somebody found the service, once a letter.</summary>
sealed record LetterRating : Document
{
    public required Guid Letter { get; init; }

    /// <summary>1 (bad) to 4 (very good), as the national survey of public services counts (Permenpan RB 14/2017).</summary>
    public required int Score { get; init; }

    public required DateTimeOffset At { get; init; }
}
