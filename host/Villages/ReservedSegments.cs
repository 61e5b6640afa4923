using System.Collections.Concurrent;

namespace SmartKampung.Host.Villages;

/// <summary>First segments of addresses that mean something else than a village: the host's own, and the places of modules.</summary>
sealed class ReservedSegments
{
    readonly ConcurrentDictionary<string, bool> words = new(StringComparer.OrdinalIgnoreCase);

    public ReservedSegments() => Add([
        "api", "assets", "health", "openapi", "peta", "desa", "kecamatan", "wilayah", "robots.txt", "sitemap.xml", "en", "id",
        "berkas", "kelola", "masuk", "keluar", "cari", "profil", "qr", "favicon.ico"]);

    /// <summary>Reserves the places of modules, with or without their slash.</summary>
    public void Add(IEnumerable<string> segments)
    {
        foreach (var segment in segments) words.TryAdd(segment.Trim('/'), true);
    }

    public bool Contains(string segment) => words.ContainsKey(segment);
}
