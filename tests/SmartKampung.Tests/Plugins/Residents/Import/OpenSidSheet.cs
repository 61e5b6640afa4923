using System.Text;

namespace SmartKampung.Tests.Plugins.Residents.Import;

/// <summary>The sheet that OpenSID exports its people as.</summary>
static class OpenSidSheet
{
    public static readonly string[] Columns =
    [
        "alamat", "dusun", "rw", "rt", "nama", "no_kk", "nik", "sex", "tempatlahir", "tanggallahir", "agama_id", "pendidikan_kk_id", "pendidikan_sedang_id", "pekerjaan_id", "status_kawin", "kk_level",
        "warganegara_id", "nama_ayah", "nama_ibu", "golongan_darah_id", "akta_lahir", "dokumen_pasport", "tanggal_akhir_paspor", "dokumen_kitas", "ayah_nik", "ibu_nik", "akta_perkawinan", "tanggalperkawinan",
        "akta_perceraian", "tanggalperceraian", "cacat_id", "cara_kb_id", "hamil", "ktp_el", "status_rekam", "alamat_sekarang", "status_dasar", "suku", "tag_id_card", "id_asuransi", "no_asuransi",
    ];

    /// <summary>Somebody, with what differs from the usual.</summary>
    public static Dictionary<string, string> Person(int number, params (string Column, string Value)[] different)
    {
        Dictionary<string, string> person = new()
        {
            ["alamat"] = "Jalan Ijen 7", ["dusun"] = "KRAJAN", ["rw"] = "1", ["rt"] = "2", ["nama"] = $"WARGA {number}", ["no_kk"] = $"99102401{(number + 3) / 4:00000000}", ["nik"] = $"991024170890{number:0000}",
            ["sex"] = "1", ["tempatlahir"] = "Banyuwangi", ["tanggallahir"] = "1990-08-17", ["agama_id"] = "1", ["pendidikan_kk_id"] = "5", ["pekerjaan_id"] = "9", ["status_kawin"] = "2",
            ["kk_level"] = number % 4 == 1 ? "1" : "4", ["warganegara_id"] = "1", ["nama_ayah"] = "SLAMET", ["nama_ibu"] = "SITI", ["golongan_darah_id"] = "13", ["cacat_id"] = "7", ["status_dasar"] = "1",
        };
        foreach (var (column, value) in different) person[column] = value;
        return person;
    }

    public static byte[] Csv(params IEnumerable<Dictionary<string, string>> people)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var person in people) text.AppendJoin(',', Columns.Select(column => person.GetValueOrDefault(column, ""))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Xlsx(params IEnumerable<Dictionary<string, string>> people)
    {
        IEnumerable<string[]> rows = people.Select(person => Columns.Select(column => person.GetValueOrDefault(column, "")).ToArray());
        return Workbook.Of([Columns, .. rows]);
    }
}
