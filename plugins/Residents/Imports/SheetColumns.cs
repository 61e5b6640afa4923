using System.Collections.Frozen;

namespace SmartKampung.Residents.Imports;

/// <summary>What columns are called: by OpenSID in its population sheet, by the population office in its lists, and by our own export.</summary>
static class SheetColumns
{
    public const string CardNumber = "card_number";

    static readonly (string Field, string[] Headings)[] Known =
    [
        ("name", ["nama", "namalengkap", "name"]),
        ("nik", ["nik"]),
        (CardNumber, ["no_kk", "nomorkk", "nokartukeluarga", "nomorkartukeluarga", "familycard"]),
        ("is_male", ["sex", "jeniskelamin", "jk", "kelamin", "lp"]),
        ("birth_place", ["tempatlahir", "tmplahir", "tmptlahir", "birthplace"]),
        ("birth_date", ["tanggallahir", "tgllahir", "birthdate"]),
        ("birth_certificate", ["akta_lahir", "noaktalahir", "noaktakelahiran"]),
        ("relation", ["kk_level", "shdk", "hubungankeluarga", "hubungan", "hubungandalamkeluarga", "statushubungandalamkeluarga"]),
        ("religion", ["agama_id", "agama", "religion"]),
        ("marital_status", ["status_kawin", "statusperkawinan", "kawin"]),
        ("occupation", ["pekerjaan_id", "pekerjaan", "jenispekerjaan", "occupation"]),
        ("education", ["pendidikan_kk_id", "pendidikankk", "pendidikan", "pendidikandalamkk", "pendidikanterakhir", "pendidikandlmkk", "education"]),
        ("nationality", ["warganegara_id", "warganegara", "kewarganegaraan"]),
        ("passport_number", ["dokumen_pasport", "nopaspor"]),
        ("blood_group", ["golongan_darah_id", "golongandarah", "goldarah"]),
        ("disability", ["cacat_id", "cacat", "disabilitas"]),
        ("father_name", ["nama_ayah", "ayah"]),
        ("father_nik", ["ayah_nik", "nikayah"]),
        ("mother_name", ["nama_ibu", "ibu"]),
        ("mother_nik", ["ibu_nik", "nikibu"]),
        ("address", ["alamat", "address"]),
        ("hamlet", ["dusun", "lingkungan", "hamlet", "namadusun"]),
        ("rw_number", ["rw", "norw"]),
        ("rt_number", ["rt", "nort"]),
        ("phone", ["telepon", "nohp", "hp", "notelepon", "phone"]),
        ("email", ["email", "surel"]),
        ("state", ["status_dasar", "statuspenduduk"]),
    ];

    static readonly string[] Needed = ["name", "nik", "is_male", "birth_date", "rt_number"];

    static readonly FrozenDictionary<string, string> ByHeading = Known.SelectMany(known => known.Headings.Select(heading => (Heading: Plain(heading), known.Field))).ToFrozenDictionary(pair => pair.Heading, pair => pair.Field);

    public static IReadOnlyList<string> Fields { get; } = [.. Known.Select(known => known.Field)];

    /// <summary>What each column is, as far as it is known; no property twice.</summary>
    public static IReadOnlyList<string> Guess(IReadOnlyList<string> headings, RememberedColumns? remembered)
    {
        HashSet<string> used = [];
        return [.. headings.Select(heading => FieldOf(heading, remembered) is { Length: > 0 } field && used.Add(field) ? field : "")];
    }

    /// <summary>Whether nothing has to be asked: whoever made the sheet, it says who and where.</summary>
    public static bool AreEnough(IReadOnlyList<string> fields) => Needed.All(fields.Contains);

    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    static string FieldOf(string heading, RememberedColumns? remembered) =>
        remembered?.Columns.FirstOrDefault(column => column.Heading == Plain(heading))?.Field ?? ByHeading.GetValueOrDefault(Plain(heading), "");
}
