namespace SmartKampung.Residents.People;

/// <summary>A record as it is typed in the console, or sent to the API.</summary>
record PersonForm
{
    [Required, StringLength(100)]
    public string Name { get; init; } = "";

    /// <summary>Sixteen digits, with or without blanks; empty where the person has none yet.</summary>
    [StringLength(24)]
    public string Nik { get; init; } = "";

    [Required]
    public Sex? Sex { get; init; }

    [StringLength(100)]
    public string BirthPlace { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    [StringLength(60)]
    public string BirthCertificate { get; init; } = "";

    public string Relation { get; init; } = "";

    public string Religion { get; init; } = "";

    public string MaritalStatus { get; init; } = "";

    public string Occupation { get; init; } = "";

    public string Education { get; init; } = "";

    public string Nationality { get; init; } = Nationalities.Citizen;

    [StringLength(30)]
    public string PassportNumber { get; init; } = "";

    public string BloodGroup { get; init; } = "";

    public string Disability { get; init; } = "";

    [StringLength(100)]
    public string FatherName { get; init; } = "";

    [StringLength(24)]
    public string FatherNik { get; init; } = "";

    [StringLength(100)]
    public string MotherName { get; init; } = "";

    [StringLength(24)]
    public string MotherNik { get; init; } = "";

    [StringLength(200)]
    public string Address { get; init; } = "";

    /// <summary>The key of a unit, see <see cref="Unit.KeyOf"/>.</summary>
    [Required, StringLength(100)]
    public string Place { get; init; } = "";

    [StringLength(30)]
    public string Phone { get; init; } = "";

    [EmailAddress, StringLength(200)]
    public string? Email { get; init; }

    [Required]
    public ResidentState? State { get; init; } = ResidentState.Living;

    public DateOnly? StateSince { get; init; }

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }

    /// <summary>What is odd about the record and was confirmed, see <see cref="CheckedPerson.Confirmation"/>.</summary>
    public string Accepted { get; init; } = "";

    /// <summary>The record with what was typed put into it.</summary>
    public Resident Into(Resident before) => before with
    {
        Name = Typed.Line(Name),
        Nik = Typed.Number(Nik),
        IsMale = Sex == People.Sex.Male,
        BirthPlace = Typed.Line(BirthPlace),
        BirthDate = BirthDate,
        BirthCertificate = Typed.Line(BirthCertificate),
        Relation = Relation,
        Religion = Religion,
        MaritalStatus = MaritalStatus,
        Occupation = Occupation,
        Education = Education,
        Nationality = Nationality,
        PassportNumber = Typed.Line(PassportNumber),
        BloodGroup = BloodGroup,
        Disability = Disability,
        FatherName = Typed.Line(FatherName),
        FatherNik = Typed.Number(FatherNik),
        MotherName = Typed.Line(MotherName),
        MotherNik = Typed.Number(MotherNik),
        Address = Typed.Line(Address),
        Place = Typed.Place(Place),
        Phone = Typed.Phone(Phone) ?? Phone.Trim(),
        Email = Email?.Trim() ?? "",
        State = State ?? ResidentState.Living,
        StateSince = StateSince,
    };

    public static PersonForm Of(Resident resident) => new PersonForm().Showing(resident);

    /// <summary>The form with what a record says in its fields.</summary>
    protected PersonForm Showing(Resident resident) => this with
    {
        Name = resident.Name,
        Nik = resident.Nik ?? "",
        Sex = resident.IsMale ? People.Sex.Male : People.Sex.Female,
        BirthPlace = resident.BirthPlace,
        BirthDate = resident.BirthDate,
        BirthCertificate = resident.BirthCertificate,
        Relation = resident.Relation,
        Religion = resident.Religion,
        MaritalStatus = resident.MaritalStatus,
        Occupation = resident.Occupation,
        Education = resident.Education,
        Nationality = resident.Nationality,
        PassportNumber = resident.PassportNumber,
        BloodGroup = resident.BloodGroup,
        Disability = resident.Disability,
        FatherName = resident.FatherName,
        FatherNik = resident.FatherNik ?? "",
        MotherName = resident.MotherName,
        MotherNik = resident.MotherNik ?? "",
        Address = resident.Address,
        Place = resident.Place is { } place ? Unit.KeyOf(place) : "",
        Phone = resident.Phone,
        Email = resident.Email,
        State = resident.State,
        StateSince = resident.StateSince,
        Version = resident.Version,
    };
}

enum Sex
{
    Male,
    Female,
}
