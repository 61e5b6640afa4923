using System.Collections.Frozen;

namespace SmartKampung.Host.Modules;

/// <summary>The first segments below /kelola that belong to the host's own consoles, of villages and of the regency, so that no module can be called so: its pages stand below its id.</summary>
static class ConsolePlaces
{
    static readonly FrozenSet<string> Places = FrozenSet.Create(
        StringComparer.Ordinal,
        "modul", "orang", "profil", "tampilan", "media", "catatan", "peran", "cadangan", "data-pribadi", "dukungan", "rapikan",
        "desa", "angka", "pantau", "peluncuran", "pengaturan");

    public static bool Contains(string id) => Places.Contains(id);
}
