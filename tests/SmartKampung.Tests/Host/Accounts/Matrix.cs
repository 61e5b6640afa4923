namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Who may enter what, in the village of <see cref="TestHost.DemoCode" />. A new endpoint needs a line here.</summary>
static class Matrix
{
    static readonly Person[] All = Enum.GetValues<Person>();
    static readonly Person[] SignedIn = [.. All.Except([Person.Nobody, Person.ExpiredToken])];
    public static readonly Person[] Writers = [Person.Operator, Person.Secretary, Person.Head, Person.Administrator, Person.RegencyAdministratorOnVisit];
    static readonly Person[] Workers = [.. Writers, Person.NeighborhoodHead, Person.HamletHead, Person.DistrictStaff, Person.DistrictHead];
    static readonly Person[] Moderators = [Person.Operator, Person.Administrator, Person.RegencyAdministratorOnVisit];
    static readonly Person[] Regency = [Person.RegencyAdministrator, Person.RegencyAdministratorOnVisit];
    static readonly Person[] Managers = [Person.Administrator, Person.RegencyAdministratorOnVisit];

    /// <summary>Who sees villages of a district sees those of another nowhere: that page is not there for them, see the objects.</summary>
    public static readonly Person[] Districts = [.. Regency, Person.Auditor, Person.DistrictStaff, Person.DistrictHead, Person.DistrictStaffElsewhere];

    public static IReadOnlyDictionary<string, Person[]> Rows { get; } = Read(
    [
        .. NewsMatrix.Table,
        .. ResidentsMatrix.Table,
        .. LettersMatrix.Table,
        (All, """
            GET /health/live
            GET /health/ready
            GET /openapi/favicon.svg
            GET /openapi/scalar.aspnetcore.js
            GET /openapi/scalar.js
            GET /openapi/{documentName?}
            GET /openapi/{documentName}.json
            GET /api/modules
            GET /api/regency/modules
            GET /api/districts/{code}/modules
            GET /api/villages
            GET /api/villages/{code}
            GET /api/villages/{code}/modules
            GET /api/villages/{code}/profile
            """),
        (SignedIn, """
            GET /akun
            POST /akun/aplikasi
            GET /akun/aplikasi
            POST /akun/aplikasi/kode
            POST /akun/aplikasi/lepas
            GET /akun/data
            GET /akun/data-pribadi
            POST /akun/data-pribadi
            POST /akun/data-pribadi/persetujuan
            POST /akun/data-pribadi/persetujuan/tarik
            POST /akun/data-pribadi/persetujuan/{id:guid}/tarik
            POST /akun/kode-cadangan
            GET /akun/kunci-sandi
            POST /akun/kunci-sandi
            POST /akun/kunci-sandi/pilihan
            GET /akun/kunci-sandi/{id:guid}
            POST /akun/kunci-sandi/{id:guid}
            POST /akun/kunci-sandi/{id:guid}/hapus
            GET /akun/langkah-kedua
            GET /akun/kunci
            GET /akun/kunci/{village:guid}
            POST /akun/kunci/{village:guid}
            POST /akun/kunci/{id:guid}/cabut
            POST /akun/langkah-kedua
            POST /akun/langkah-kedua/demo
            GET /akun/login
            POST /akun/login
            GET /akun/nama
            POST /akun/nama
            GET /akun/peran
            GET /akun/perangkat
            POST /akun/perangkat/lain/keluar
            POST /akun/perangkat/{id:guid}/keluar
            GET /akun/sandi
            POST /akun/sandi
            GET /akun/tutup
            POST /akun/tutup
            GET /masuk/lanjut
            POST /slip/tambah
            """),
        ([.. Workers, Person.Auditor], "GET /DESA/kelola"),
        (Workers, "POST /DESA/kelola/rapikan"),
        ([.. Writers, Person.Auditor], """
            GET /DESA/kelola/media
            GET /DESA/kelola/media/folder
            GET /DESA/kelola/media/lengkapi
            GET /DESA/kelola/media/pilih
            GET /DESA/kelola/media/{id:guid}
            GET /DESA/kelola/media/{id:guid}/hapus
            GET /DESA/kelola/media/{id:guid}/keadaan
            """),
        (Writers, """
            POST /DESA/kelola/media
            POST /DESA/kelola/media/folder
            POST /DESA/kelola/media/folder/{id:guid}
            POST /DESA/kelola/media/folder/{id:guid}/hapus
            POST /DESA/kelola/media/{id:guid}
            POST /DESA/kelola/media/{id:guid}/ganti
            POST /DESA/kelola/media/{id:guid}/hapus
            """),
        (Moderators, "POST /DESA/bukutamu/{id:guid}/hapus"),
        ([.. Writers, Person.Auditor], """
            GET /DESA/kelola/profil
            GET /DESA/kelola/profil/tentang
            GET /DESA/kelola/profil/kantor
            GET /DESA/kelola/profil/jam
            GET /DESA/kelola/profil/data
            GET /DESA/kelola/profil/perangkat
            GET /DESA/kelola/profil/perangkat/{at}
            GET /DESA/kelola/profil/perangkat/{at}/hapus
            GET /DESA/kelola/profil/darurat
            GET /DESA/kelola/profil/darurat/{at}
            GET /DESA/kelola/profil/darurat/{at}/hapus
            GET /DESA/kelola/profil/lambang
            GET /DESA/kelola/profil/foto
            GET /DESA/kelola/profil/foto/{at}
            GET /DESA/kelola/profil/foto/{at}/hapus
            GET /DESA/kelola/profil/letak
            GET /DESA/kelola/profil/letak/peta.json
            """),
        (Writers, """
            POST /DESA/kelola/profil/tentang
            POST /DESA/kelola/profil/kantor
            POST /DESA/kelola/profil/jam
            POST /DESA/kelola/profil/data
            POST /DESA/kelola/profil/lambang
            POST /DESA/kelola/profil/foto/{at}
            POST /DESA/kelola/profil/foto/{at}/naik
            POST /DESA/kelola/profil/foto/{at}/turun
            POST /DESA/kelola/profil/foto/{at}/hapus
            POST /DESA/kelola/profil/letak
            POST /DESA/kelola/profil/perangkat/{at}
            POST /DESA/kelola/profil/perangkat/{at}/naik
            POST /DESA/kelola/profil/perangkat/{at}/turun
            POST /DESA/kelola/profil/perangkat/{at}/hapus
            POST /DESA/kelola/profil/darurat/{at}
            POST /DESA/kelola/profil/darurat/{at}/naik
            POST /DESA/kelola/profil/darurat/{at}/turun
            POST /DESA/kelola/profil/darurat/{at}/hapus
            """),
        ([.. Managers, Person.Head, Person.Secretary, Person.Auditor], """
            GET /DESA/kelola/data-pribadi
            GET /DESA/kelola/data-pribadi/pemberitahuan
            GET /DESA/kelola/data-pribadi/{id:guid}
            """),
        ([.. Managers, Person.Head, Person.Secretary], """
            POST /DESA/kelola/data-pribadi/pemberitahuan
            POST /DESA/kelola/data-pribadi/{id:guid}
            """),
        ([.. Managers, Person.Head, Person.Auditor], """
            GET /DESA/kelola/catatan
            GET /DESA/kelola/catatan/periksa
            GET /DESA/kelola/catatan/unduh
            """),
        ([.. Managers, Person.Auditor], """
            GET /DESA/kelola/modul
            GET /DESA/kelola/modul/{id}
            GET /DESA/kelola/modul/{id}/matikan
            GET /DESA/kelola/modul/{id}/riwayat
            GET /DESA/kelola/tampilan
            GET /DESA/kelola/tampilan/warna
            GET /DESA/kelola/tampilan/beranda
            GET /DESA/kelola/tampilan/menu
            GET /DESA/kelola/tampilan/menu/{at}
            GET /DESA/kelola/tampilan/halaman
            GET /DESA/kelola/tampilan/halaman/{at}
            GET /DESA/kelola/tampilan/halaman/{at}/lihat
            GET /DESA/kelola/tampilan/halaman/{at}/hapus
            GET /DESA/kelola/tampilan/templat
            GET /DESA/kelola/tampilan/templat/{owner}/{name}
            GET /DESA/kelola/tampilan/templat/{owner}/{name}/riwayat
            GET /DESA/kelola/cadangan
            GET /DESA/kelola/cadangan/{id:guid}/pulihkan
            """),
        ([Person.Administrator, Person.Auditor], """
            GET /DESA/kelola/orang
            GET /DESA/kelola/orang/{id:guid}/cabut
            GET /DESA/kelola/peran
            GET /DESA/kelola/peran/{role}
            """),
        (Managers, """
            POST /DESA/kelola/cadangan
            POST /DESA/kelola/cadangan/unggah
            POST /DESA/kelola/cadangan/{id:guid}/pulihkan
            POST /DESA/kelola/cadangan/{id:guid}/unduh
            POST /DESA/kelola/modul/{id}
            POST /DESA/kelola/modul/{id}/matikan
            POST /DESA/kelola/modul/{id}/riwayat/{number}
            POST /DESA/kelola/modul/{id}/nyalakan
            POST /DESA/kelola/tampilan/warna
            POST /DESA/kelola/tampilan/beranda
            POST /DESA/kelola/tampilan/menu
            POST /DESA/kelola/tampilan/menu/{at}
            POST /DESA/kelola/tampilan/menu/{at}/hapus
            POST /DESA/kelola/tampilan/halaman/{at}
            POST /DESA/kelola/tampilan/halaman/{at}/hapus
            POST /DESA/kelola/tampilan/templat/{owner}/{name}
            POST /DESA/kelola/tampilan/templat/{owner}/{name}/buang
            POST /DESA/kelola/tampilan/templat/{owner}/{name}/asli
            POST /DESA/kelola/tampilan/templat/{owner}/{name}/riwayat/{at}
            """),
        ([Person.Administrator], """
            POST /DESA/kelola/orang/slip
            POST /DESA/kelola/orang/slip/{id:guid}/batalkan
            POST /DESA/kelola/orang/{id:guid}/cabut
            POST /DESA/kelola/orang/{id:guid}/slip
            POST /DESA/kelola/peran
            POST /DESA/kelola/peran/{role}
            POST /DESA/kelola/peran/{role}/semula
            """),
        (Workers, "POST /DESA/kelola/dukungan/akhiri"),
        (Districts, """
            GET /kelola
            GET /kelola/desa
            GET /kelola/desa/{code}
            """),
        ([.. Regency, Person.Auditor], """
            GET /kelola/desa/tambah
            GET /kelola/desa/impor
            GET /kelola/desa/{code}/tutup
            GET /kelola/desa/{code}/dukungan
            GET /kelola/desa/{code}/administrator
            GET /kelola/catatan
            GET /kelola/catatan/periksa
            GET /kelola/catatan/unduh
            GET /kelola/angka
            GET /kelola/angka.csv
            GET /kelola/angka.xlsx
            GET /kelola/data-pribadi
            GET /kelola/data-pribadi/pemberitahuan
            GET /kelola/data-pribadi/{id:guid}
            GET /kelola/pantau
            GET /kelola/orang
            GET /kelola/orang/{id:guid}/cabut
            GET /kelola/pengaturan
            GET /kelola/pengaturan/surel
            GET /kelola/modul
            GET /kelola/modul/{module}/aturan
            GET /kelola/modul/{module}/pengaturan
            GET /kelola/peluncuran
            GET /kelola/peluncuran/baru
            GET /kelola/peluncuran/periksa
            GET /kelola/peluncuran/{id:guid}
            """),
        (Regency, """
            POST /kelola/desa/tambah
            POST /kelola/desa/impor
            POST /kelola/desa/impor/{id:guid}
            POST /kelola/desa/{code}
            POST /kelola/desa/{code}/baca-saja
            POST /kelola/desa/{code}/arsipkan
            POST /kelola/desa/{code}/buka
            POST /kelola/desa/{code}/dukungan
            POST /kelola/desa/{code}/dukungan/akhiri
            POST /kelola/desa/{code}/administrator/slip
            POST /kelola/desa/{code}/administrator/slip/{id:guid}/batalkan
            POST /kelola/data-pribadi/pemberitahuan
            POST /kelola/data-pribadi/{id:guid}
            POST /kelola/modul/{module}/aturan
            POST /kelola/rapikan
            POST /kelola/modul/{module}/pengaturan
            POST /kelola/pengaturan
            POST /kelola/orang/slip
            POST /kelola/orang/slip/{id:guid}/batalkan
            POST /kelola/orang/{id:guid}/cabut
            POST /kelola/pengaturan/surel
            POST /kelola/peluncuran
            POST /kelola/peluncuran/{id:guid}/jeda
            POST /kelola/peluncuran/{id:guid}/lanjut
            POST /kelola/peluncuran/{id:guid}/hentikan
            POST /kelola/peluncuran/{id:guid}/kembalikan
            """),
        ([], MatrixOfApi.Keyed),
        ([], ResidentsMatrix.Keyed),
        ([], LettersMatrix.Keyed),
    ]);

    static Dictionary<string, Person[]> Read(params (Person[] Who, string Lines)[] table) =>
        (from part in table from line in part.Lines.Split('\n') select (line, part.Who)).ToDictionary(row => row.line.Trim(), row => row.Who);
}
