using System.Globalization;
using SmartKampung.Residents.Lists;

namespace SmartKampung.Residents.People;

/// <summary>A property of a record as people write it, so that changes are told, proposed, taken back and brought by a sheet in one way.</summary>
/// <param name="Name">In snake case, as in the texts.</param>
/// <param name="Read">What the record says.</param>
/// <param name="Write">The record with another value; one that <see cref="Read"/> told always fits.</param>
sealed record RecordField(string Name, Func<Resident, string> Read, Func<Resident, string, Resident> Write)
{
    const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<RecordField> All { get; } =
    [
        new("name", r => r.Name, (r, value) => r with { Name = value }),
        new("nik", r => r.Nik ?? "", (r, value) => r with { Nik = OrNull(value) }),
        new("family", r => r.Family?.ToString() ?? "", (r, value) => r with { Family = value.Length > 0 ? Guid.Parse(value) : null }),
        new("relation", r => r.Relation, (r, value) => r with { Relation = value }),
        new("is_male", r => ReferenceLists.Sexes.Find(r.IsMale ? 1 : 2)!.Name, (r, value) => r with { IsMale = ReferenceLists.Sexes.Find(value)?.Code == 1 }),
        new("birth_place", r => r.BirthPlace, (r, value) => r with { BirthPlace = value }),
        new("birth_date", r => Written(r.BirthDate), (r, value) => r with { BirthDate = DayOf(value) }),
        new("birth_certificate", r => r.BirthCertificate, (r, value) => r with { BirthCertificate = value }),
        new("religion", r => r.Religion, (r, value) => r with { Religion = value }),
        new("marital_status", r => r.MaritalStatus, (r, value) => r with { MaritalStatus = value }),
        new("occupation", r => r.Occupation, (r, value) => r with { Occupation = value }),
        new("education", r => r.Education, (r, value) => r with { Education = value }),
        new("nationality", r => r.Nationality, (r, value) => r with { Nationality = value }),
        new("passport_number", r => r.PassportNumber, (r, value) => r with { PassportNumber = value }),
        new("blood_group", r => r.BloodGroup, (r, value) => r with { BloodGroup = value }),
        new("disability", r => r.Disability, (r, value) => r with { Disability = value }),
        new("father_name", r => r.FatherName, (r, value) => r with { FatherName = value }),
        new("father_nik", r => r.FatherNik ?? "", (r, value) => r with { FatherNik = OrNull(value) }),
        new("mother_name", r => r.MotherName, (r, value) => r with { MotherName = value }),
        new("mother_nik", r => r.MotherNik ?? "", (r, value) => r with { MotherNik = OrNull(value) }),
        new("address", r => r.Address, (r, value) => r with { Address = value }),
        new("hamlet", r => r.Place?.Hamlet ?? "", (r, value) => At(r, (r.Place ?? new()) with { Hamlet = OrNull(value) })),
        new("rw_number", r => r.Place?.RwNumber ?? "", (r, value) => At(r, (r.Place ?? new()) with { RwNumber = OrNull(value) })),
        new("rt_number", r => r.Place?.RtNumber ?? "", (r, value) => At(r, (r.Place ?? new()) with { RtNumber = OrNull(value) })),
        new("phone", r => r.Phone, (r, value) => r with { Phone = value }),
        new("email", r => r.Email, (r, value) => r with { Email = value }),
        new("state", r => r.State.ToString(), (r, value) => r with { State = Enum.Parse<ResidentState>(value) }),
        new("state_since", r => Written(r.StateSince), (r, value) => r with { StateSince = DayOf(value) }),
    ];

    public static RecordField Of(string name) => All.First(field => field.Name == name);

    /// <summary>What differs; for a new record all that it says.</summary>
    public static IReadOnlyList<ChangedField> Between(Resident? before, Resident after) =>
    [
        .. All.Select(field => new ChangedField(field.Name, before is null ? "" : field.Read(before), field.Read(after))).Where(change => change.Old != change.New),
    ];

    static Resident At(Resident resident, Territory place) => resident with { Place = place == new Territory() ? null : place };

    static string? OrNull(string value) => value.Length > 0 ? value : null;

    static string Written(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    static DateOnly? DayOf(string value) => value.Length > 0 ? DateOnly.ParseExact(value, Day, CultureInfo.InvariantCulture) : null;
}
