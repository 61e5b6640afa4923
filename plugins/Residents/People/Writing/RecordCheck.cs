using SmartKampung.Residents.Lists;
using SmartKampung.Residents.Niks;

namespace SmartKampung.Residents.People;

/// <summary>What no record may say, by whichever way it comes. What is only odd is told elsewhere, as a warning.</summary>
static class RecordCheck
{
    const int LongestName = 100;
    const int LongestText = 200;
    const int EarliestYear = 1880;

    static readonly (string Field, ReferenceList List, Func<Resident, string> Read)[] Listed =
    [
        ("relation", ReferenceLists.Relations, r => r.Relation), ("religion", ReferenceLists.Religions, r => r.Religion),
        ("marital_status", ReferenceLists.MaritalStatuses, r => r.MaritalStatus), ("occupation", ReferenceLists.Occupations, r => r.Occupation),
        ("education", ReferenceLists.Educations, r => r.Education), ("blood_group", ReferenceLists.BloodGroups, r => r.BloodGroup),
        ("disability", ReferenceLists.Disabilities, r => r.Disability), ("nationality", ReferenceLists.Nationalities, r => r.Nationality),
    ];

    static readonly (string Field, Func<Resident, string?> Read)[] Texts =
    [
        ("birth_place", r => r.BirthPlace), ("birth_certificate", r => r.BirthCertificate), ("passport_number", r => r.PassportNumber), ("father_name", r => r.FatherName),
        ("mother_name", r => r.MotherName), ("address", r => r.Address), ("hamlet", r => r.Place?.Hamlet), ("phone", r => r.Phone), ("email", r => r.Email),
    ];

    /// <returns>What is impossible, none where the record may be kept.</returns>
    public static IReadOnlyList<RecordProblem> Problems(Resident resident, DateOnly today) =>
    [
        .. NameProblems(resident.Name), .. NikProblems("nik", resident.Nik, today), .. NikProblems("father_nik", resident.FatherNik, today), .. NikProblems("mother_nik", resident.MotherNik, today),
        .. DayProblems("birth_date", resident.BirthDate, today), .. DayProblems("state_since", resident.StateSince, today),
        .. Listed.Where(one => one.Read(resident) is { Length: > 0 } word && one.List.Entries.All(entry => entry.Name != word)).Select(one => new RecordProblem(one.Field, "record.unknown_word", one.Read(resident))),
        .. Texts.Where(one => one.Read(resident)?.Length > LongestText).Select(one => new RecordProblem(one.Field, "record.too_long")),
        .. NumberProblems("rw_number", resident.Place?.RwNumber), .. NumberProblems("rt_number", resident.Place?.RtNumber),
    ];

    static IEnumerable<RecordProblem> NameProblems(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("name", "record.no_name");
        else if (name.Length > LongestName) yield return new("name", "record.too_long");
    }

    static IEnumerable<RecordProblem> NikProblems(string field, string? nik, DateOnly today)
    {
        if (nik is null) yield break;
        var reading = Nik.Check(nik, today);
        if (reading.Problem is { } problem) yield return new(field, problem == NikProblem.Format ? "record.nik_format" : "record.nik_date", nik);
        else if (reading.Number != nik) yield return new(field, "record.nik_format", nik);
    }

    static IEnumerable<RecordProblem> DayProblems(string field, DateOnly? day, DateOnly today)
    {
        if (day > today) yield return new(field, "record.future");
        else if (day?.Year < EarliestYear) yield return new(field, "record.too_early");
    }

    static IEnumerable<RecordProblem> NumberProblems(string field, string? number)
    {
        if (number is not null && (number.Length != 3 || !number.All(char.IsAsciiDigit))) yield return new(field, "record.not_three_digits", number);
    }
}

/// <summary>What is wrong with a record.</summary>
/// <param name="Field">The property in snake case.</param>
/// <param name="Key">The text that tells it.</param>
/// <param name="Detail">What is put into the text.</param>
sealed record RecordProblem(string Field, string Key, string Detail = "");

/// <summary>A record came to the register that may not be kept, though whoever brought it had to check it before.</summary>
sealed class InvalidRecordException(RecordProblem problem) : Exception($"{problem.Field}: {problem.Key}")
{
    public RecordProblem Problem { get; } = problem;
}
