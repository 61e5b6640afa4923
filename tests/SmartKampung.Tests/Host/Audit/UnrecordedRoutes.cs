namespace SmartKampung.Tests.Host.Audit;

/// <summary>Routes that change nothing that is to be written down, and those that a walk can't try, with the reason.</summary>
static class UnrecordedRoutes
{
    public const string Reads = "shows or checks, and saves nothing";

    const string SignsOut = "ends a device and nothing else";
    const string Nobody = "is for who is not signed in; signing in leaves an entry of its own";
    const string Device = "needs a device that holds a key: PasskeyTests";
    const string Work = "begins work that leaves its entry when it is done";
    const string Host = "does again what the host does by itself, and changes nothing that anybody wrote";
    const string App = "needs the codes of an app: see the test of them";
    const string Backup = "needs the file of a backup: see the tests of backups";
    const string Running = "is possible only while the roll-out runs: see the tests of roll-outs";
    const string Comment = "needs an article that allows comments: see the tests of news";
    const string Import = "is possible only while an import runs: see the tests of imports from a site";
    const string Copy = "keeps what is being typed for who types it, until it is saved";

    /// <summary>By row, or by row and the value of the button.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = new Dictionary<string, string>
    {
        ["POST /keluar"] = SignsOut,
        ["POST /DESA/keluar"] = SignsOut,
        ["POST /akun/perangkat/{id:guid}/keluar"] = SignsOut,
        ["POST /akun/perangkat/lain/keluar"] = SignsOut,
        ["POST /masuk"] = Nobody,
        ["POST /masuk/kunci-sandi"] = Nobody,
        ["POST /masuk/kunci-sandi/pilihan"] = Nobody,
        ["POST /lupa"] = Nobody,
        ["POST /lupa/baru"] = Nobody,
        ["POST /slip"] = Nobody,
        ["POST /slip/sandi"] = Nobody,
        ["POST /akun/langkah-kedua/demo"] = Nobody,
        ["POST /akun/kunci-sandi"] = Device,
        ["POST /akun/kunci-sandi/pilihan"] = Device,
        ["POST /akun/kunci-sandi/{id:guid}"] = Device,
        ["POST /akun/kunci-sandi/{id:guid}/hapus"] = Device,
        ["POST /DESA/kelola/cadangan"] = Work,
        ["POST /api/backups"] = Work,
        ["POST /api/villages/{code}/backups"] = Work,
        ["POST /api/keys/personal/reseal"] = Host,
        ["POST /DESA/kelola/tampilan/templat/{owner}/{name} preview"] = Reads,
        ["POST /DESA/kelola/tampilan/warna preview"] = Reads,
        ["POST /kelola/desa/impor"] = Reads,
        ["POST /DESA/kelola/news/impor/{id:guid}/berhenti"] = Import,
        ["POST /DESA/kelola/rapikan"] = Reads,
        ["POST /kelola/rapikan"] = Reads,
        ["POST /DESA/kelola/news/artikel/{id:guid}/salinan"] = Copy,
        ["POST /DESA/kelola/news/artikel/{id:guid}/salinan/buang"] = Copy,
        ["POST /akun/data-pribadi/persetujuan/{id:guid}/tarik"] = "is what taking back the consent to mailings does too, which is tried",
        ["POST /akun/langkah-kedua"] = App,
        ["POST /akun/aplikasi/kode"] = App,
        ["POST /akun/aplikasi/lepas"] = App,
        ["POST /akun/kode-cadangan"] = App,
        ["POST /kelola/pengaturan/surel"] = "sends a message and saves nothing",
        ["POST /api/backups/restore"] = Backup,
        ["POST /api/villages/{code}/documents"] = Backup,
        ["POST /DESA/kelola/cadangan/unggah"] = Backup,
        ["POST /DESA/kelola/cadangan/{id:guid}/pulihkan"] = Backup,
        ["POST /DESA/kelola/cadangan/{id:guid}/unduh"] = Backup,
        ["POST /kelola/peluncuran/{id:guid}/jeda"] = Running,
        ["POST /kelola/peluncuran/{id:guid}/lanjut"] = Running,
        ["POST /kelola/peluncuran/{id:guid}/hentikan"] = Running,
        ["POST /kelola/data-pribadi/{id:guid}"] = "is the handler of the village's console, which is tried",
        ["POST /kelola/desa/{code}/dukungan/akhiri"] = "is what the village's console does too, which is tried",
        ["POST /DESA/kelola/tampilan/templat/{owner}/{name}/buang"] = Copy,
        ["POST /api/villages/{code}/news/pictures"] = "keeps a file, which the document that uses it tells",
        ["POST /DESA/berita/{slug}/komentar"] = Comment,
        ["POST /DESA/berita/komentar/{id:guid}/hapus"] = Comment,
        ["POST /DESA/berita/komentar/{id:guid}/lapor"] = Comment,
        ["POST /DESA/kelola/news/komentar/{id:guid}/setujui"] = Comment,
        ["POST /DESA/kelola/news/komentar/{id:guid}/tolak"] = Comment,
        ["POST /api/modules/rescan"] = Host,
        ["POST /api/portal/rebuild"] = Host,
        ["POST /api/villages/{code}/events/retry"] = Host,
    };

    public static bool MayBeTried(string row) => Rows.GetValueOrDefault(row) is null or Reads;

    /// <summary>What is typed into fields, by name, or by a part of the form's address and the name.</summary>
    public static IReadOnlyDictionary<string, string> Typed { get; } = new Dictionary<string, string>
    {
        ["name"] = "Contoh",
        ["/desa/tambah code"] = "35.10.24.2093",
        ["/desa/tambah district"] = "Licin",
        ["/desa/tambah regency"] = "",
        ["/menu/ address"] = "/berita",
        ["postal_code"] = "68454",
        ["/surel to"] = "contoh@contoh.id",
        ["/letak latitude"] = "-8.2",
        ["/letak longitude"] = "114.2",
    };
}
