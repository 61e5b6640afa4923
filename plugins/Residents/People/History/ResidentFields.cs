using System.Globalization;

namespace SmartKampung.Residents.People;

/// <summary>The properties of a record as texts, for what compares, proposes and merges them.</summary>
static class ResidentFields
{
    /// <summary>What a person is and where they live.</summary>
    public static IReadOnlyList<ResidentField> All { get; } =
    [
        new("name", r => r.Name, (r, text) => r with { Name = text }),
        new("nik", r => r.Nik ?? "", (r, text) => r with { Nik = OrNull(text) }),
        new("is_male", r => r.IsMale ? "male" : "female", (r, text) => r with { IsMale = text == "male" }),
        new("birth_place", r => r.BirthPlace, (r, text) => r with { BirthPlace = text }),
        new("birth_date", r => Text(r.BirthDate), (r, text) => r with { BirthDate = Day(text) }),
        new("birth_certificate", r => r.BirthCertificate, (r, text) => r with { BirthCertificate = text }),
        new("family", r => r.Family?.ToString() ?? "", (r, text) => r with { Family = Guid.TryParse(text, out var id) ? id : null }),
        new("relation", r => r.Relation, (r, text) => r with { Relation = text }),
        new("religion", r => r.Religion, (r, text) => r with { Religion = text }),
        new("marital_status", r => r.MaritalStatus, (r, text) => r with { MaritalStatus = text }),
        new("occupation", r => r.Occupation, (r, text) => r with { Occupation = text }),
        new("education", r => r.Education, (r, text) => r with { Education = text }),
        new("nationality", r => r.Nationality, (r, text) => r with { Nationality = text }),
        new("passport_number", r => r.PassportNumber, (r, text) => r with { PassportNumber = text }),
        new("blood_group", r => r.BloodGroup, (r, text) => r with { BloodGroup = text }),
        new("disability", r => r.Disability, (r, text) => r with { Disability = text }),
        new("father_name", r => r.FatherName, (r, text) => r with { FatherName = text }),
        new("father_nik", r => r.FatherNik ?? "", (r, text) => r with { FatherNik = OrNull(text) }),
        new("mother_name", r => r.MotherName, (r, text) => r with { MotherName = text }),
        new("mother_nik", r => r.MotherNik ?? "", (r, text) => r with { MotherNik = OrNull(text) }),
        new("address", r => r.Address, (r, text) => r with { Address = text }),
        new("hamlet", r => r.Place?.Hamlet ?? "", (r, text) => r with { Place = (r.Place ?? new()) with { Hamlet = OrNull(text) } }),
        new("rw_number", r => r.Place?.RwNumber ?? "", (r, text) => r with { Place = (r.Place ?? new()) with { RwNumber = OrNull(text) } }),
        new("rt_number", r => r.Place?.RtNumber ?? "", (r, text) => r with { Place = (r.Place ?? new()) with { RtNumber = OrNull(text) } }),
        new("phone", r => r.Phone, (r, text) => r with { Phone = text }),
        new("email", r => r.Email, (r, text) => r with { Email = text }),
        new("state", r => r.State.ToString().ToLowerInvariant(), (r, text) => r with { State = Enum.Parse<ResidentState>(text, ignoreCase: true) }),
        new("state_since", r => Text(r.StateSince), (r, text) => r with { StateSince = Day(text) }),
    ];

    public static ResidentField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>Where two records differ, in the order of <see cref="All"/>.</summary>
    public static IReadOnlyList<ChangedField> Differences(Resident before, Resident after) =>
    [
        .. All.Select(field => new ChangedField(field.Name, field.Read(before), field.Read(after))).Where(change => change.Old != change.New),
    ];

    /// <summary>The record with what a change says put in.</summary>
    public static Resident Put(Resident resident, IEnumerable<ChangedField> changes) =>
        changes.Aggregate(resident, (changed, change) => Find(change.Name) is { } field ? field.Write(changed, change.New) : changed);

    static string? OrNull(string text) => text.Length > 0 ? text : null;

    static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A property of a record.</summary>
/// <param name="Name">In snake case; its text is under <c>field.NAME</c>.</param>
/// <param name="Read">Its value as text; a day as 2026-11-24, nothing as an empty one.</param>
/// <param name="Write">The record with another value.</param>
sealed record ResidentField(string Name, Func<Resident, string> Read, Func<Resident, string, Resident> Write);
