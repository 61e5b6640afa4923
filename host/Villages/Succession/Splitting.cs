namespace SmartKampung.Host.Villages.Succession;

/// <summary>How a village is split.</summary>
sealed record Splitting
{
    /// <summary>The new villages.</summary>
    public IReadOnlyList<Part> Villages { get; init; } = [];

    /// <summary>The code of the new village that the old one's addresses lead to, where the old one closes; without it the old one stays.</summary>
    public string? ClosesInto { get; init; }

    /// <summary>Whether the new villages begin with the modules and settings of the old one.</summary>
    public bool Inherits { get; init; } = true;

    /// <summary>The day from which it counts; today unless told.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>A new village out of an old one.</summary>
sealed record Part
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Desa or kelurahan; as the old one unless told.</summary>
    public VillageKind? Kind { get; init; }

    /// <summary>The district's name; needed where no village of it is known yet.</summary>
    public string? District { get; init; }

    public string? PostalCode { get; init; }

    public Location? Location { get; init; }
}

/// <summary>Finds what is wrong in itself, whatever villages there are.</summary>
sealed class SplittingCheck
{
    const int MostParts = 50;

    readonly VillageCheck check = new();

    public SplittingCheck(Splitting splitting)
    {
        var fewest = splitting.ClosesInto is null ? 1 : 2;
        check.That(splitting.Villages.Count >= fewest, "/villages", fewest == 1 ? VillageMessages.Required : SuccessionMessages.TwoAtLeast);
        check.That(splitting.Villages.Count <= MostParts, "/villages", VillageMessages.TooLong);
        for (var i = 0; i < splitting.Villages.Count; i++) Check(splitting.Villages[i], $"/villages/{i}", splitting.Villages.Take(i));
        check.That(splitting.ClosesInto is not { } into || splitting.Villages.Any(part => part.Code == into), "/closesInto", SuccessionMessages.NotAmongNew);
    }

    public IReadOnlyList<FieldError> Errors => check.Errors;

    void Check(Part part, string at, IEnumerable<Part> before)
    {
        check.That(VillageCode.IsValid(part.Code), at + "/code", VillageMessages.Code);
        check.That(before.All(other => other.Code != part.Code), at + "/code", SuccessionMessages.Repeated);
        check.Name(at + "/name", part.Name);
        if (part.District is { } district) check.Name(at + "/district", district);
        check.That(VillageCode.IsPostalCode(part.PostalCode ?? ""), at + "/postalCode", VillageMessages.PostalCode);
        check.Location(part.Location, at + "/location");
    }
}
