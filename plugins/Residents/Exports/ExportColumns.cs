using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Exports;

/// <summary>The columns of the exported sheet.</summary>
static class ExportColumns
{
    static readonly (string Name, string Field)[] Fields =
    [
        ("alamat", "address"), ("dusun", "hamlet"), ("rw", "rw_number"), ("rt", "rt_number"), ("nama", "name"), ("no_kk", ""), ("nik", "nik"), ("sex", "is_male"), ("tempatlahir", "birth_place"),
        ("tanggallahir", "birth_date"), ("agama_id", "religion"), ("pendidikan_kk_id", "education"), ("pekerjaan_id", "occupation"), ("status_kawin", "marital_status"), ("kk_level", "relation"),
        ("warganegara_id", "nationality"), ("nama_ayah", "father_name"), ("nama_ibu", "mother_name"), ("golongan_darah_id", "blood_group"), ("akta_lahir", "birth_certificate"),
        ("dokumen_pasport", "passport_number"), ("ayah_nik", "father_nik"), ("ibu_nik", "mother_nik"), ("cacat_id", "disability"), ("telepon", "phone"), ("email", "email"), ("status_dasar", "state"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Fields.Select(field => field.Name)];

    public static string[] Row(Resident resident, IReadOnlyDictionary<Guid, string> cards) => [.. Fields.Select(field => ValueOf(resident, field.Field, cards))];

    static string ValueOf(Resident resident, string field, IReadOnlyDictionary<Guid, string> cards) => field switch
    {
        "" => cards.GetValueOrDefault(resident.Family ?? Guid.Empty, ""),
        "is_male" => resident.IsMale ? "L" : "P",
        _ => ResidentFields.Find(field)!.Read(resident),
    };
}
