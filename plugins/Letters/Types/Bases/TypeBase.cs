using SmartKampung.Letters.Types.Comparing;

namespace SmartKampung.Letters.Types.Bases;

/// <summary>What a village's type is made of as long as it changes nothing: what its district publishes, else the regency, else the catalogue.</summary>
/// <param name="Type">The type as it is given.</param>
/// <param name="Level">Who gives it.</param>
/// <param name="Publisher">The name of the district or regency; empty for the catalogue.</param>
/// <param name="Editions">What was told of it, the latest last.</param>
sealed record TypeBase(LetterType Type, BaseLevel Level, string Publisher, IReadOnlyList<Edition> Editions)
{
    /// <summary>Tells it from what it was before, and from what others give.</summary>
    public string Mark { get; } = TypeMark.Of(Type);

    public static TypeBase OfCatalogue(LetterType type) => new(type, BaseLevel.Catalogue, "", []);
}

/// <summary>Who gives a type, the nearest to the village last.</summary>
enum BaseLevel
{
    Catalogue,
    Regency,
    District,
}
