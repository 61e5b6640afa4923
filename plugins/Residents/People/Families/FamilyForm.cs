namespace SmartKampung.Residents.People;

/// <summary>A family card as it is typed.</summary>
sealed record FamilyForm
{
    /// <summary>Sixteen digits, with or without blanks; empty where the card was not issued yet.</summary>
    [StringLength(24)]
    public string CardNumber { get; init; } = "";

    public DateOnly? IssuedOn { get; init; }

    [StringLength(200)]
    public string Address { get; init; } = "";

    /// <summary>The key of a unit, see <see cref="Unit.KeyOf"/>.</summary>
    [Required, StringLength(100)]
    public string Place { get; init; } = "";

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }

    public Family Into(Family before) => before with { CardNumber = Typed.Number(CardNumber), IssuedOn = IssuedOn, Address = Typed.Line(Address), Place = Typed.Place(Place) };

    public static FamilyForm Of(Family family) => new()
    {
        CardNumber = family.CardNumber ?? "",
        IssuedOn = family.IssuedOn,
        Address = family.Address,
        Place = family.Place is { } place ? Unit.KeyOf(place) : "",
        Version = family.Version,
    };
}
