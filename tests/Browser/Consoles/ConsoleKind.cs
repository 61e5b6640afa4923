using AngleSharp;

namespace SmartKampung.Browser.Consoles;

/// <summary>A page of accounts or of a console.</summary>
/// <param name="Person">Who opens it: the first half of a demo account's login, or empty for nobody.</param>
/// <param name="Path">The path there; <see cref="Village"/> begins those of the demo village.</param>
/// <param name="FollowPrefix">When set, the page is the first link on <paramref name="Path"/> that begins with it.</param>
public sealed record ConsoleKind(string Person, string Path, string? FollowPrefix = null)
{
    public const string Village = "/" + Site.DemoVillage;

    public string Name => $"{Person} {Path}{(FollowPrefix is null ? "" : " > " + FollowPrefix)}".Trim();

    public static IReadOnlyList<ConsoleKind> OfAccounts { get; } =
    [
        .. Of("", "/masuk", "/slip", "/lupa"),
        .. Of("desa", "/akun", "/akun/nama", "/akun/login", "/akun/sandi", "/akun/aplikasi", "/akun/kunci-sandi", "/akun/perangkat", "/akun/peran", "/akun/kunci", "/akun/tutup"),
        new("desa", "/akun/kunci", "/akun/kunci/"),
        .. Of("warga", "/akun", "/akun/kunci"),
    ];

    public static IReadOnlyList<ConsoleKind> OfVillage { get; } =
    [
        .. Of("desa", [.. InVillage(
            "", "/modul", "/modul/news", "/modul/news/matikan", "/orang", "/peran", "/peran/operator", "/peran/administrator",
            "/catatan", "/catatan/periksa", "/cadangan", "/news", "/news/impor", "/media", "/media/pilih", "/media/folder", "/media/lengkapi")]),
        .. Of("desa", [.. InVillage(
            "/profil", "/profil/tentang", "/profil/kantor", "/profil/jam", "/profil/data", "/profil/lambang", "/profil/foto", "/profil/foto/baru", "/profil/letak",
            "/profil/perangkat", "/profil/perangkat/0", "/profil/perangkat/baru", "/profil/perangkat/0/hapus",
            "/profil/darurat", "/profil/darurat/0", "/profil/darurat/baru", "/profil/darurat/0/hapus")]),
        .. Of("desa", [.. InVillage(
            "/tampilan", "/tampilan/warna", "/tampilan/beranda", "/tampilan/menu", "/tampilan/menu/baru", "/tampilan/halaman", "/tampilan/halaman/baru",
            "/tampilan/templat", "/tampilan/templat/host/village-home", "/tampilan/templat/host/village-home/riwayat")]),
        new("desa", Village + "/kelola/media", "/media/"),
        new("desa", Village + "/kelola/orang", "/orang/"),
        new("desa", Village + "/kelola/tampilan/halaman", "/tampilan/halaman/"),
        .. Of("operator", [.. InVillage("", "/media", "/profil")]),
        .. Of("operator", [.. InVillage(
            "/residents", "/residents?cari=siti", "/residents/orang/baru", "/residents/keluarga/baru", "/residents/wilayah", "/residents/wilayah/baru", "/residents/usulan",
            "/residents/peristiwa", "/residents/peristiwa/pindah?orang=de300000-0000-0000-0000-000000000005", "/residents/lampid", "/residents/statistik", "/residents/ekspor", "/residents/impor")]),
        new("operator", Village + "/kelola/residents", "/residents/orang/"),
        new("operator", Village + "/kelola/residents/wilayah", "/wilayah/"),
        .. Of("warga", Village + "/data-saya", Village + "/surat/saya", Village + "/surat/domisili/ajukan"),
        new("warga", Village + "/surat/saya", "/surat/permohonan/"),
        .. OfLetters,
        .. Of("dusun", [.. InVillage("")]),
    ];

    static IEnumerable<ConsoleKind> OfLetters =>
    [
        .. Of("operator", [.. InVillage(
            "/letters", "/letters?keadaan=all", "/letters/loket", "/letters/loket?cari=ayu", "/letters/loket/de300000-0000-0000-0000-000000000005/domisili",
            "/letters/jenis", "/letters/jenis/baru", "/letters/jenis/bawa", "/letters/jenis/tidak-mampu", "/letters/jenis/tidak-mampu/dasar", "/letters/jenis/tidak-mampu/isi",
            "/letters/jenis/tidak-mampu/pertanyaan/3", "/letters/jenis/tidak-mampu/dokumen/0", "/letters/jenis/tidak-mampu/langkah/0",
            "/letters/buku", "/letters/buku/masuk", "/letters/buku/masuk/baru", "/letters/statistik")]),
        new("operator", Village + "/kelola/letters/loket?cari=ayu", "/letters/loket/"),
        new("operator", Village + "/kelola/letters?keadaan=all", "/letters/permohonan/"),
        .. Of("sekdes", [.. InVillage("/letters/register", "/letters/register/baru", "/letters/pejabat", "/letters/pejabat/baru", "/letters/pemusnahan")]),
        new("sekdes", Village + "/kelola/letters/register", "/letters/register/"),
        .. Of("kades", [.. InVillage("/letters", "/letters/tanda-tangan")]),
    ];

    public static IReadOnlyList<ConsoleKind> OfRegency { get; } =
    [
        .. Of(
            "kabupaten", "/kelola", "/kelola/desa", "/kelola/desa/tambah", "/kelola/desa/impor", "/kelola/desa/35.10.24.2008", "/kelola/desa/35.10.24.2008/tutup",
            "/kelola/desa/35.10.24.2008/dukungan", "/kelola/desa/35.10.24.2008/administrator", "/kelola/angka", "/kelola/pantau", "/kelola/modul", "/kelola/modul/news/aturan", "/kelola/modul/news/pengaturan",
            "/kelola/peluncuran", "/kelola/peluncuran/baru", "/kelola/peluncuran/periksa?module=news&direction=on&target=all",
            "/kelola/pengaturan", "/kelola/pengaturan/surel", "/kelola/catatan", "/kelola/catatan/periksa"),
        new("kabupaten", "/kelola/peluncuran", "/kelola/peluncuran/"),
        .. Of("kabupaten", "/kelola/letters", "/kelola/letters/register", "/kelola/letters/jenis", "/kelola/letters/jenis/kabupaten/usaha/ubah", "/kelola/residents"),
        .. Of("camat", "/kelola", "/kelola/desa", "/kelola/desa/35.10.24.2008", Village + "/kelola"),
        .. Of("camat", "/kelola/letters", "/kelola/letters/register/35.10.24", "/kelola/letters/jenis/unggah"),
    ];

    public static IReadOnlyList<ConsoleKind> All { get; } = [.. OfAccounts, .. OfVillage, .. OfRegency];

    public static ConsoleKind Named(string name) => All.Single(kind => kind.Name == name);

    public async Task<string> AddressAsync(HttpClient client, string language)
    {
        var start = Address(language);
        if (FollowPrefix is null) return start;
        var html = await client.GetStringAsync(start);
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(html));
        return page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).First(IsExample);
    }

    /// <summary>Not the way to make another one.</summary>
    bool IsExample(string link) => link.IndexOf(FollowPrefix!, StringComparison.Ordinal) is >= 0 and var at && Path.Length < link.Length && link[(at + FollowPrefix!.Length)..] is { Length: > 8 };

    string Address(string language)
    {
        if (language != "en") return Path;
        return Path.StartsWith(Village, StringComparison.Ordinal) ? $"{Village}/en{Path[Village.Length..]}" : "/en" + Path;
    }

    static IEnumerable<ConsoleKind> Of(string person, params string[] paths) => paths.Select(path => new ConsoleKind(person, path));

    static IEnumerable<string> InVillage(params string[] paths) => paths.Select(path => $"{Village}/kelola{path}");
}
