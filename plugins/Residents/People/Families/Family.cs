namespace SmartKampung.Residents.People;

/// <summary>Those who stand on one family card: residents whose <see cref="Resident.Family"/> it is. Its head is whose relation says so.</summary>
sealed record Family : Document
{
    /// <summary>The card's number in 16 digits; null where it was not issued yet.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Street and house.</summary>
    public string Address { get; init; } = "";

    /// <summary>Hamlet, RW and RT, where its members live too.</summary>
    public Territory? Place { get; init; }

    /// <summary>The day that the card was issued, or null.</summary>
    public DateOnly? IssuedOn { get; init; }
}
