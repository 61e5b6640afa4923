using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Issued.Papers;

/// <summary>Makes the parts of a model from what is known.</summary>
static class ModelOf
{
    public static SubjectModel Subject(ResidentData person, Village village, DateOnly on) => new()
    {
        Name = person.Name,
        Nik = person.Nik,
        FamilyCardNumber = person.FamilyCardNumber,
        IsMale = person.IsMale,
        BirthPlace = person.BirthPlace,
        BirthDate = person.BirthDate,
        Age = person.BirthDate is { } born ? YearsBetween(born, on) : null,
        Religion = person.Religion,
        MaritalStatus = person.MaritalStatus,
        Occupation = person.Occupation,
        Education = person.Education,
        Nationality = person.Nationality,
        BloodGroup = person.BloodGroup,
        Relation = person.Relation,
        FatherName = person.FatherName,
        MotherName = person.MotherName,
        Phone = person.Phone,
        Email = person.Email,
        Address = person.Address,
        Hamlet = person.Place?.Hamlet ?? "",
        RwNumber = person.Place?.RwNumber ?? "",
        RtNumber = person.Place?.RtNumber ?? "",
        FullAddress = AddressOf(person, village),
    };

    public static OfficeModel Office(Village village) => new()
    {
        Name = village.Name,
        Kind = village.Kind is VillageKind.Desa ? "Desa" : "Kelurahan",
        HeadOffice = village.Kind is VillageKind.Desa ? "Kepala Desa" : "Lurah",
        HamletKind = HamletKind(village),
        District = village.District.Name,
        Regency = village.Regency.Name,
        Clock = village.TimeZone.BaseUtcOffset.Hours switch { 7 => "WIB", 8 => "WITA", 9 => "WIT", _ => "" },
        Code = village.Code,
        OfficeCode = village.Profile.OfficeCode,
        Address = village.Profile.Address,
        PostalCode = village.PostalCode,
        Phone = village.Profile.Phone,
        Email = village.Profile.Email,
    };

    /// <summary>The classification of a day: the first of those that are used then.</summary>
    public static string Class(LetterType type, DateOnly on) =>
        type.Classifications.FirstOrDefault(c => (c.From is null || c.From <= on) && (c.Until is null || c.Until >= on))?.Code ?? "";

    static string AddressOf(ResidentData person, Village village)
    {
        string?[] parts =
        [
            person.Address,
            person.Place?.Hamlet is { Length: > 0 } hamlet ? $"{HamletKind(village)} {hamlet}" : null,
            string.Join(' ', new[] { Unit("RT", person.Place?.RtNumber), Unit("RW", person.Place?.RwNumber) }.Where(unit => unit.Length > 0)),
            $"{(village.Kind is VillageKind.Desa ? "Desa" : "Kelurahan")} {village.Name}",
            $"Kecamatan {village.District.Name}",
            village.Regency.Name,
        ];
        return string.Join(", ", parts.Where(part => part is { Length: > 0 }));
    }

    static string Unit(string kind, string? number) => number is { Length: > 0 } ? $"{kind} {number}" : "";

    static string HamletKind(Village village) => village.Kind is VillageKind.Desa ? "Dusun" : "Lingkungan";

    static int YearsBetween(DateOnly born, DateOnly on) => Math.Max(0, on.Year - born.Year - (on < born.AddYears(on.Year - born.Year) ? 1 : 0));
}
