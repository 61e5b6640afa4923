using System.Collections.Frozen;

namespace SmartKampung.Host.Modules;

/// <summary>The first segments below /kelola that belong to the host's own console, so that no module can be called so: its pages stand below its id.</summary>
static class ConsolePlaces
{
    static readonly FrozenSet<string> Places = FrozenSet.Create(StringComparer.Ordinal, "modul", "orang", "profil", "tampilan", "media", "catatan", "peran");

    public static bool Contains(string id) => Places.Contains(id);
}
