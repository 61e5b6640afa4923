namespace SmartKampung.Tests.Host.Accounts;

/// <summary>The part of <see cref="Matrix" /> that is about the register of residents.</summary>
static class ResidentsMatrix
{
    public const string Keyed = """
        GET /api/villages/{code}/residents/people
        POST /api/villages/{code}/residents/people
        POST /api/villages/{code}/residents/people/{id:guid}/open
        PUT /api/villages/{code}/residents/people/{id:guid}
        """;

    static readonly Person[] Writers = Matrix.Writers;
    static readonly Person[] Readers = [.. Writers, Person.NeighborhoodHead, Person.HamletHead];

    public static (Person[] Who, string Lines)[] Table { get; } =
    [
        (NewsMatrix.Residents, "GET /DESA/data-saya"),
        (Matrix.Districts, "GET /kelola/residents"),
        ([.. Matrix.Districts.Except([Person.Auditor])], "POST /kelola/residents/cari"),
        ([.. Readers, Person.Auditor], """
            GET /DESA/kelola/residents
            GET /DESA/kelola/residents/orang/{id:guid}
            GET /DESA/kelola/residents/orang/{id:guid}/usul
            GET /DESA/kelola/residents/keluarga/{id:guid}
            GET /DESA/kelola/residents/wilayah
            GET /DESA/kelola/residents/wilayah/{id:guid}
            GET /DESA/kelola/residents/usulan
            GET /DESA/kelola/residents/usulan/{id:guid}
            GET /DESA/kelola/residents/peristiwa
            GET /DESA/kelola/residents/statistik
            GET /DESA/kelola/residents/statistik.xlsx
            """),
        (Readers, """
            POST /DESA/kelola/residents/orang/{id:guid}/buka
            POST /DESA/kelola/residents/orang/{id:guid}/usul
            POST /DESA/kelola/residents/keluarga/{id:guid}/buka
            POST /DESA/kelola/residents/usulan/{id:guid}/tarik
            """),
        ([.. Writers, Person.Auditor], """
            GET /DESA/kelola/residents/orang/baru
            GET /DESA/kelola/residents/orang/{id:guid}/ubah
            GET /DESA/kelola/residents/orang/{id:guid}/keluarga
            GET /DESA/kelola/residents/orang/{id:guid}/gabung
            GET /DESA/kelola/residents/orang/{id:guid}/gabung/{other:guid}
            GET /DESA/kelola/residents/keluarga/baru
            GET /DESA/kelola/residents/keluarga/{id:guid}/ubah
            GET /DESA/kelola/residents/wilayah/baru
            GET /DESA/kelola/residents/impor
            GET /DESA/kelola/residents/impor/{id:guid}
            GET /DESA/kelola/residents/impor/{id:guid}/kolom
            GET /DESA/kelola/residents/ekspor
            GET /DESA/kelola/residents/peristiwa/batal/{id:guid}
            GET /DESA/kelola/residents/peristiwa/{kind}
            GET /DESA/kelola/residents/lampid
            GET /DESA/kelola/residents/lampid.xlsx
            """),
        (Writers, """
            POST /DESA/kelola/residents/orang/baru
            POST /DESA/kelola/residents/orang/{id:guid}/ubah
            POST /DESA/kelola/residents/orang/{id:guid}/keluarga
            POST /DESA/kelola/residents/orang/{id:guid}/slip
            POST /DESA/kelola/residents/orang/{id:guid}/gabung
            POST /DESA/kelola/residents/orang/{id:guid}/gabung/{other:guid}
            POST /DESA/kelola/residents/keluarga/baru
            POST /DESA/kelola/residents/keluarga/{id:guid}/ubah
            POST /DESA/kelola/residents/wilayah/baru
            POST /DESA/kelola/residents/wilayah/{id:guid}/jabatan
            POST /DESA/kelola/residents/wilayah/{id:guid}/jabatan/hapus
            POST /DESA/kelola/residents/wilayah/{id:guid}/hapus
            POST /DESA/kelola/residents/usulan/{id:guid}/setujui
            POST /DESA/kelola/residents/usulan/{id:guid}/tolak
            POST /DESA/kelola/residents/impor
            POST /DESA/kelola/residents/impor/{id:guid}
            POST /DESA/kelola/residents/impor/{id:guid}/batalkan
            POST /DESA/kelola/residents/impor/{id:guid}/buang
            POST /DESA/kelola/residents/impor/{id:guid}/kolom
            POST /DESA/kelola/residents/ekspor
            POST /DESA/kelola/residents/peristiwa/batal/{id:guid}
            POST /DESA/kelola/residents/peristiwa/{kind}
            """),
    ];
}
