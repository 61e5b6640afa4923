namespace SmartKampung.Tests.Host.Accounts;

/// <summary>The part of <see cref="Matrix" /> that is about the pages of news.</summary>
static class NewsMatrix
{
    static readonly Person[] Writers = Matrix.Writers;

    /// <summary>Whoever has a role that holds in the village.</summary>
    public static readonly Person[] Residents = [.. Enum.GetValues<Person>().Except([Person.Nobody, Person.AdministratorElsewhere, Person.DistrictStaffElsewhere, Person.RegencyAdministrator, Person.ExpiredToken])];

    public static (Person[] Who, string Lines)[] Table { get; } =
    [
        ([.. Writers, Person.Auditor], """
            GET /DESA/berita/pratinjau/{id:guid}
            GET /DESA/kelola/news
            GET /DESA/kelola/news/artikel/baru
            GET /DESA/kelola/news/artikel/{id:guid}
            GET /DESA/kelola/news/artikel/{id:guid}/hapus
            GET /DESA/kelola/news/artikel/{id:guid}/riwayat
            GET /DESA/kelola/news/artikel/{id:guid}/riwayat/{number}
            GET /DESA/kelola/news/agenda
            GET /DESA/kelola/news/impor
            GET /DESA/kelola/news/impor/{id:guid}
            GET /DESA/kelola/news/komentar
            GET /DESA/kelola/news/agenda/{at}
            GET /DESA/kelola/news/pengumuman
            GET /DESA/kelola/news/pengumuman/{at}
            """),
        (Writers, """
            POST /DESA/kelola/news/artikel/{id:guid}
            POST /DESA/kelola/news/artikel/{id:guid}/arsip
            POST /DESA/kelola/news/artikel/{id:guid}/hapus
            POST /DESA/kelola/news/artikel/{id:guid}/riwayat/{number}
            POST /DESA/kelola/news/artikel/{id:guid}/salinan
            POST /DESA/kelola/news/artikel/{id:guid}/salinan/buang
            POST /DESA/kelola/news/artikel/{id:guid}/semat
            POST /DESA/kelola/news/artikel/{id:guid}/tarik
            POST /DESA/kelola/news/agenda/{at}
            POST /DESA/kelola/news/impor
            POST /DESA/kelola/news/impor/{id:guid}
            POST /DESA/kelola/news/impor/{id:guid}/berhenti
            POST /DESA/kelola/news/impor/{id:guid}/buang
            POST /DESA/kelola/news/komentar/{id:guid}/setujui
            POST /DESA/kelola/news/komentar/{id:guid}/tolak
            POST /DESA/kelola/news/agenda/{at}/hapus
            POST /DESA/kelola/news/pengumuman/{at}
            POST /DESA/kelola/news/pengumuman/{at}/hapus
            """),
        (Residents, """
            GET /DESA/berita/{slug}/komentar
            """),
        ([.. Residents.Except([Person.Auditor])], """
            POST /DESA/berita/{slug}/komentar
            POST /DESA/berita/komentar/{id:guid}/hapus
            POST /DESA/berita/komentar/{id:guid}/lapor
            """),
    ];
}
