using System.Collections.Frozen;

namespace SmartKampung.Host.Modules;

/// <summary>The places of a village's address that belong to the host, so that no module can claim them.</summary>
static class HostPlaces
{
    static readonly FrozenSet<string> Places = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "/api", "/assets", "/berkas", "/cari", "/en", "/halaman", "/id", "/keluar", "/kelola", "/masuk", "/peta", "/peta-situs", "/privasi", "/profil", "/qr", "/qr.svg", "/sertifikat", "/sitemap.xml",
        "/desa", "/kecamatan", "/health", "/openapi", "/robots.txt", "/favicon.ico");

    public static bool Contains(string place) => Places.Contains(place);
}
