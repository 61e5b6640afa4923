using System.Globalization;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Issued.Papers;

/// <summary>Invented data to look at a type with: usual, or as long as people's data can be. The region of its NIK is none.</summary>
static class SampleLetter
{
    const int ManyRows = 12;
    const string LongName = "Raden Ayu Kusumaningtyas Wulandari Hadiningrat Suryokusumo";

    static readonly DateOnly Day = new(2026, 1, 12);

    public static ResidentData Subject(bool isExtreme) => new()
    {
        Id = Guid.Empty,
        Name = isExtreme ? LongName : "Siti Aminah",
        Nik = "9999994101900001",
        FamilyCardNumber = "9999990101100001",
        BirthPlace = "Banyuwangi",
        BirthDate = new DateOnly(1990, 1, 1),
        Religion = isExtreme ? "Kepercayaan terhadap Tuhan Yang Maha Esa" : "Islam",
        MaritalStatus = "Kawin",
        Occupation = isExtreme ? "Anggota Lembaga Tinggi Lainnya dan Karyawan Badan Usaha Milik Daerah" : "Petani/Pekebun",
        Education = "SLTA/Sederajat",
        BloodGroup = "O",
        Relation = "Istri",
        FatherName = isExtreme ? LongName : "Sutrisno",
        MotherName = isExtreme ? LongName : "Sumiati",
        Address = isExtreme ? "Jalan Raya Kawah Ijen Perumahan Griya Permata Asri Blok C Nomor 12 samping Masjid Baitussalam" : "Jalan Ijen No. 7",
        Place = new Territory("Krajan", "001", "002"),
        Phone = "+6281234567890",
        Email = "siti@contoh.id",
    };

    public static IReadOnlyList<Answer> Answers(LetterType type, bool isExtreme) => [.. type.Fields.SelectMany(field => AnswersTo(field, isExtreme))];

    static IEnumerable<Answer> AnswersTo(LetterField field, bool isExtreme)
    {
        if (field.Kind is not FieldKind.Group) return [new(field.Key, ValueOf(field, isExtreme))];
        var rows = isExtreme ? (int)Math.Min(ManyRows, field.Max ?? ManyRows) : 2;
        return Enumerable.Range(0, rows).SelectMany(row => field.Fields.Select(inner => new Answer(string.Create(CultureInfo.InvariantCulture, $"{field.Key}.{row}.{inner.Key}"), ValueOf(inner, isExtreme))));
    }

    static string ValueOf(Question field, bool isExtreme) => field.Kind switch
    {
        FieldKind.Date => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldKind.Time => "09:30",
        FieldKind.Number => isExtreme ? (field.Max ?? 99999).ToString(CultureInfo.InvariantCulture) : (field.Min ?? 3).ToString(CultureInfo.InvariantCulture),
        FieldKind.Money => isExtreme ? "999999999999" : "1500000",
        FieldKind.Choice => (isExtreme ? field.Options.MaxBy(option => option.Value.Length) : (field.Options is [var first, ..] ? first : null))?.Value ?? "",
        FieldKind.YesNo => "yes",
        FieldKind.Nik => "9999991708450001",
        FieldKind.Phone => "+6281234567890",
        _ => Fit(field, isExtreme ? $"{field.Label.Indonesian} yang sangat panjang karena memuat keterangan lengkap dari awal hingga akhir" : Usual(field)),
    };

    static string Usual(Question field) => field.Key.Contains("name", StringComparison.Ordinal) || field.Key.StartsWith("nama", StringComparison.Ordinal) ? "Bambang Sutrisno" : field.Label.Indonesian.ToLowerInvariant();

    static string Fit(Question field, string text) => field.Max is { } max && text.Length > max ? text[..(int)max] : text;
}
