namespace SmartKampung.Residents.People;

/// <summary>A hamlet, a community unit (RW) or a neighbourhood unit (RT), with its heads by terms of office.</summary>
sealed record Unit : Document
{
    /// <summary>Where it is; the parts below its kind are null.</summary>
    public required Territory Place { get; init; }

    /// <summary>The same in one word, see <see cref="KeyOf"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The heads, the latest term first.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    public UnitKind Kind => Place switch { { RtNumber: not null } => UnitKind.Neighborhood, { RwNumber: not null } => UnitKind.Community, _ => UnitKind.Hamlet };

    /// <summary>Whose term it is on a day, or null.</summary>
    public Term? HeadOn(DateOnly day) => Terms.FirstOrDefault(term => term.From <= day && (term.Until is null || day <= term.Until));

    public static Unit At(Territory place) => new() { Place = place, Key = KeyOf(place) };

    public static string KeyOf(Territory place) => $"{place.Hamlet}/{place.RwNumber}/{place.RtNumber}";
}

enum UnitKind
{
    Hamlet,
    Community,
    Neighborhood,
}

/// <summary>Somebody's time in an office.</summary>
/// <param name="Name">Of the head.</param>
/// <param name="Resident">The same in the register, or null.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, or null while it is open.</param>
/// <param name="Decree">The number of the decree.</param>
sealed record Term(string Name, Guid? Resident, DateOnly From, DateOnly? Until, string Decree)
{
    public bool Overlaps(Term other) => From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (Until ?? DateOnly.MaxValue);
}
