using System.Collections.Frozen;

namespace SmartKampung.Host.Villages;

/// <summary>First segments of addresses that mean something else than a village: the host's own, and the places of modules.</summary>
sealed class ReservedSegments
{
    static readonly string[] OfHost =
    [
        "api", "assets", "health", "openapi", "peta", "desa", "kecamatan", "wilayah", "robots.txt", "sitemap.xml", "en", "id",
        "berkas", "halaman", "kelola", "masuk", "keluar", "cari", "akun", "slip", "lupa", "profil", "privasi", "qr", "sertifikat", "favicon.ico",
    ];

    volatile FrozenSet<string> words = WordsOf([]);

    /// <summary>Reserves the places of the modules, with or without their slash, in the stead of those before.</summary>
    public void SetPlaces(IEnumerable<string> places) => words = WordsOf(places.Select(place => place.Trim('/')));

    public bool Contains(string segment) => words.Contains(segment);

    static FrozenSet<string> WordsOf(IEnumerable<string> places) => OfHost.Concat(places).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
