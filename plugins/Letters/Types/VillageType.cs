namespace SmartKampung.Letters.Types;

/// <summary>What a village has made of a letter type: switched it off, changed it, or added one.</summary>
public sealed record VillageType : Document
{
    public required string Slug { get; init; }

    public bool IsOffered { get; init; } = true;

    /// <summary>The village's own version; null where it is the catalogue's.</summary>
    public LetterType? Own { get; init; }

    /// <summary>The catalogue's version that the own one was made of; null for one that the village added.</summary>
    public LetterType? Base { get; init; }
}
