using SmartKampung.Host.Modules;
using SmartKampung.Host.Papers;

namespace SmartKampung.Host.Settings;

/// <summary>What the host itself lets regency, districts and villages set in the same way as what modules do; it can't be switched.</summary>
static class HostSettings
{
    public const string Signing = "signing";

    static readonly ModuleInfo OfSigning = new(
        Signing, new LocalText("Tanda tangan elektronik", "Electronic signatures"), LocalText.Empty, "", "", null, [], [typeof(SigningSettings)]);

    /// <summary>A module, or a part of the host, that has settings.</summary>
    public static ModuleInfo? FindSettings(this IModuleCatalog catalog, string id) => id == Signing ? OfSigning : catalog.Find(id);
}
