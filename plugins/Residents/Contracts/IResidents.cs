using SmartKampung.Sdk;

namespace SmartKampung.Residents;

/// <summary>
/// The register of a village for other modules. It never gives a list without a right: people see themselves and their family, staff see
/// whom their role and their territory let them see, and each record that staff open is written down for its person to read.
/// </summary>
public interface IResidents
{
    /// <summary>The person who makes the request, as the register knows them; null for whom it does not know by their account.</summary>
    Task<ResidentData?> FindSelfAsync(CancellationToken stop = default);

    /// <summary>Those who stand on one family card with the person who makes the request, themselves first; none where the register does not know them.</summary>
    Task<IReadOnlyList<ResidentData>> ListOwnFamilyAsync(CancellationToken stop = default);

    /// <summary>Staff open somebody's record. The reading is stored in the caller's session, with what it was for.</summary>
    /// <param name="id">The resident.</param>
    /// <param name="purpose">What for, as the person reads it, such as the name of the letter.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>Null where there is none, or none in the reader's territory.</returns>
    /// <exception cref="UnauthorizedAccessException">The user may not read the register.</exception>
    Task<ResidentData?> OpenAsync(Guid id, string purpose, CancellationToken stop = default);

    /// <summary>Staff look for somebody by name, NIK, family card or address. What is found is masked until it is opened.</summary>
    /// <exception cref="UnauthorizedAccessException">The user may not read the register.</exception>
    Task<IReadOnlyList<FoundResident>> SearchAsync(string words, int count, CancellationToken stop = default);

    /// <summary>Staff read the members of somebody's family, with the same record of the reading as <see cref="OpenAsync"/>.</summary>
    /// <exception cref="UnauthorizedAccessException">The user may not read the register.</exception>
    Task<IReadOnlyList<ResidentData>> OpenFamilyAsync(Guid id, string purpose, CancellationToken stop = default);
}

/// <summary>Somebody that staff may choose, masked.</summary>
/// <param name="Id">The resident.</param>
/// <param name="Name">The name.</param>
/// <param name="Nik">The NIK with most digits hidden, or empty.</param>
/// <param name="Address">Hamlet, RW and RT.</param>
/// <param name="BirthYear">The year of birth where it is known.</param>
public sealed record FoundResident(Guid Id, string Name, string Nik, string Address, int? BirthYear);

/// <summary>What the register says of a person, at the time it is asked. Words are those of Indonesian papers, such as <c>Kawin</c>.</summary>
public sealed record ResidentData
{
    /// <summary>Identifies the person in the village.</summary>
    public Guid Id { get; init; }

    /// <summary>The name as on the identity card.</summary>
    public string Name { get; init; } = "";

    /// <summary>The national number in 16 digits; empty where the person has none yet.</summary>
    public string Nik { get; init; } = "";

    /// <summary>The number of the family card; empty where there is none.</summary>
    public string FamilyCardNumber { get; init; } = "";

    /// <summary>Male, or else female.</summary>
    public bool IsMale { get; init; }

    /// <summary>Where they were born.</summary>
    public string BirthPlace { get; init; } = "";

    /// <summary>When they were born.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The religion.</summary>
    public string Religion { get; init; } = "";

    /// <summary>The marital status.</summary>
    public string MaritalStatus { get; init; } = "";

    /// <summary>What they live on.</summary>
    public string Occupation { get; init; } = "";

    /// <summary>The highest education.</summary>
    public string Education { get; init; } = "";

    /// <summary>The nationality, WNI or WNA.</summary>
    public string Nationality { get; init; } = "WNI";

    /// <summary>The blood group; empty where it is not known.</summary>
    public string BloodGroup { get; init; } = "";

    /// <summary>The relation to the head of the family.</summary>
    public string Relation { get; init; } = "";

    /// <summary>The father's name.</summary>
    public string FatherName { get; init; } = "";

    /// <summary>The mother's name.</summary>
    public string MotherName { get; init; } = "";

    /// <summary>Street and house.</summary>
    public string Address { get; init; } = "";

    /// <summary>Hamlet, RW and RT.</summary>
    public Territory? Place { get; init; }

    /// <summary>The telephone number as +62…; empty where it is not known.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The e-mail address; empty where it is not known.</summary>
    public string Email { get; init; } = "";
}
