using SmartKampung.Residents.Lists;
using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Events;

/// <summary>An event as it is typed; each kind asks for some of it.</summary>
sealed record VitalForm
{
    [Required, Display(Name = "event.on")]
    public DateOnly? On { get; init; }

    [StringLength(100), Display(Name = "event.evidence")]
    public string Evidence { get; init; } = "";

    [StringLength(300), Display(Name = "event.note")]
    public string Note { get; init; } = "";

    [StringLength(100)]
    public string Name { get; init; } = "";

    [StringLength(24)]
    public string Nik { get; init; } = "";

    public Sex? Sex { get; init; }

    [StringLength(100)]
    public string BirthPlace { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    [StringLength(100)]
    public string FatherName { get; init; } = "";

    [StringLength(100)]
    public string MotherName { get; init; } = "";

    public string Religion { get; init; } = "";

    public string MaritalStatus { get; init; } = "";

    public string Occupation { get; init; } = "";

    public string Education { get; init; } = "";

    public string Nationality { get; init; } = Nationalities.Citizen;

    [StringLength(200)]
    public string Address { get; init; } = "";

    [StringLength(100)]
    public string Place { get; init; } = "";

    [StringLength(24), Display(Name = "import.card_number")]
    public string CardNumber { get; init; } = "";

    /// <summary>Whether all of the family who live here leave.</summary>
    [Display(Name = "event.whole_family")]
    public bool WholeFamily { get; init; }

    /// <summary>Who comes along into the new family.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>The child of somebody's family, who lives there.</summary>
    public Resident Newborn(Resident relative) => new()
    {
        Name = Typed.Line(Name), Nik = Typed.Number(Nik), IsMale = Sex == People.Sex.Male, BirthPlace = Typed.Line(BirthPlace), BirthDate = On, BirthCertificate = Typed.Line(Evidence),
        FatherName = Typed.Line(FatherName), MotherName = Typed.Line(MotherName), Family = relative.Family, Relation = relative.Family is null ? "" : First(ReferenceLists.Relations, 4),
        Religion = relative.Religion, MaritalStatus = First(ReferenceLists.MaritalStatuses, 1), Occupation = First(ReferenceLists.Occupations, 1), Education = First(ReferenceLists.Educations, 1),
        Nationality = relative.Nationality, Address = relative.Address, Place = relative.Place, StateSince = On,
    };

    /// <summary>Somebody who was in no register here.</summary>
    public Resident Newcomer() => new()
    {
        Name = Typed.Line(Name), Nik = Typed.Number(Nik), IsMale = Sex == People.Sex.Male, BirthPlace = Typed.Line(BirthPlace), BirthDate = BirthDate, FatherName = Typed.Line(FatherName),
        MotherName = Typed.Line(MotherName), Religion = Religion, MaritalStatus = MaritalStatus, Occupation = Occupation, Education = Education, Nationality = Nationality, Address = Typed.Line(Address),
        Place = Typed.Place(Place), StateSince = On,
    };

    public Resident Changed(Resident before) => before with
    {
        Name = Typed.Line(Name), Religion = Religion, MaritalStatus = MaritalStatus, Occupation = Occupation, Education = Education, Nationality = Nationality,
    };

    public static VitalForm Of(VitalKind kind, Resident? resident, DateOnly today)
    {
        if (resident is null) return new() { On = today };
        var form = new VitalForm { On = today, Religion = resident.Religion, Nationality = resident.Nationality, Address = resident.Address, Place = resident.Place is { } place ? Unit.KeyOf(place) : "" };
        return kind == VitalKind.DataChange
            ? form with { Name = resident.Name, MaritalStatus = resident.MaritalStatus, Occupation = resident.Occupation, Education = resident.Education }
            : form;
    }

    static string First(ReferenceList list, int code) => list.Find(code)!.Name;
}
