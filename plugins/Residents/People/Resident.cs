namespace SmartKampung.Residents.People;

/// <summary>
/// A person of the register, as the identity card and the family card have them. Words such as the religion are those of the reference lists in
/// Indonesian; empty where it is not known.
/// </summary>
sealed record Resident : Document
{
    /// <summary>As on the identity card.</summary>
    public required string Name { get; init; }

    /// <summary>The national number in 16 digits; null where the person has none yet, it is never invented.</summary>
    public string? Nik { get; init; }

    /// <summary>The family that they stand with on one card, or null.</summary>
    public Guid? Family { get; init; }

    /// <summary>To the head of the family.</summary>
    public string Relation { get; init; } = "";

    /// <summary>Male, or else female.</summary>
    public bool IsMale { get; init; }

    public string BirthPlace { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    /// <summary>The number of the birth certificate.</summary>
    public string BirthCertificate { get; init; } = "";

    public string Religion { get; init; } = "";

    public string MaritalStatus { get; init; } = "";

    public string Occupation { get; init; } = "";

    public string Education { get; init; } = "";

    /// <summary>WNI or WNA.</summary>
    public string Nationality { get; init; } = Nationalities.Citizen;

    /// <summary>Of whom is not a citizen.</summary>
    public string PassportNumber { get; init; } = "";

    public string BloodGroup { get; init; } = "";

    public string Disability { get; init; } = "";

    public string FatherName { get; init; } = "";

    public string? FatherNik { get; init; }

    public string MotherName { get; init; } = "";

    public string? MotherNik { get; init; }

    /// <summary>Street and house.</summary>
    public string Address { get; init; } = "";

    /// <summary>Hamlet, RW and RT; numbers in three digits.</summary>
    public Territory? Place { get; init; }

    /// <summary>As +62…</summary>
    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public ResidentState State { get; init; }

    /// <summary>The day from which the state is so: of arrival, moving or death; null where it is not known.</summary>
    public DateOnly? StateSince { get; init; }

    /// <summary>Whether they live here, for good or for a time.</summary>
    public bool IsHere => State is ResidentState.Living or ResidentState.Temporary;
}
