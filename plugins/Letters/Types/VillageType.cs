namespace SmartKampung.Letters.Types;

/// <summary>What a village has made of a letter type: switched it off, changed it, or added one.</summary>
public sealed record VillageType : Document
{
    public required string Slug { get; init; }

    public bool IsOffered { get; init; } = true;

    /// <summary>The village's own version; null where it is that of its base.</summary>
    public LetterType? Own { get; init; }

    /// <summary>The base that the own version was made of, or was kept beside; null for one that the village added.</summary>
    public LetterType? Base { get; init; }

    /// <summary>When the village saw <see cref="Base"/>.</summary>
    public DateTimeOffset? BaseSeenAt { get; init; }
}
