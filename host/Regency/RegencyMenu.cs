using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Regency;

/// <summary>The side menu of the regency's console.</summary>
static class RegencyMenu
{
    const string Settings = "settings";

    public static IReadOnlyList<RegencyMenuEntry> Entries { get; } =
    [
        new("/kelola", "console.start", HostPermissions.Regency),
        new("/kelola/desa", "regency.villages", HostPermissions.Villages),
        new("/kelola/angka", "regency.figures", HostPermissions.Watch),
        new("/kelola/pantau", "regency.watch", HostPermissions.Watch),
        new("/kelola/peluncuran", "regency.rollouts", HostPermissions.RegencyModules),
        new("/kelola/modul", "regency.modules", HostPermissions.RegencyModules, Settings),
        new("/kelola/pengaturan", "regency.installation", HostPermissions.Installation, Settings),
        new("/kelola/catatan", "console.records", HostPermissions.Watch, Settings),
        new("/kelola/data-pribadi", "privacy.requests", HostPermissions.RegencyPersonalData, Settings),
    ];
}

/// <param name="Path">Its page.</param>
/// <param name="Text">Key of the words.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Group">The part of the menu.</param>
sealed record RegencyMenuEntry(string Path, string Text, Permission Permission, string Group = "");
