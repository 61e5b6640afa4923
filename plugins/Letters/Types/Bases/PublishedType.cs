namespace SmartKampung.Letters.Types.Bases;

/// <summary>A letter type that the regency or a district gives to its villages.</summary>
sealed record PublishedType : Document
{
    /// <summary>The code of the district; empty for the whole regency.</summary>
    public required string Area { get; init; }

    public required string Slug { get; init; }

    public required LetterType Type { get; init; }

    /// <summary>The latest last.</summary>
    public IReadOnlyList<Edition> Editions { get; init; } = [];

    public Edition? Latest => Editions is [.., var latest] ? latest : null;

    public BaseLevel Level => Area.Length == 0 ? BaseLevel.Regency : BaseLevel.District;
}
