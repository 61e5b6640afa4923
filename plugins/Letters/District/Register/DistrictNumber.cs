namespace SmartKampung.Letters.District.Register;

/// <summary>
/// A number that a district gave to a letter of one of its villages, under the id of the request: whoever endorses it again, since something failed after the number was
/// taken, finds it. It stays for good, so that each number is explained.
/// </summary>
sealed record DistrictNumber : Document
{
    /// <summary>The code of the district.</summary>
    public required string District { get; init; }

    public required int Period { get; init; }

    public required int Sequence { get; init; }

    /// <summary>As it is printed.</summary>
    public required string Number { get; init; }

    /// <summary>The name of the village whose letter it is.</summary>
    public required string Village { get; init; }

    /// <summary>What the letter is.</summary>
    public required LocalText Type { get; init; }

    public required DateOnly Date { get; init; }
}
