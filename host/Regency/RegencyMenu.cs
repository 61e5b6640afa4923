using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Regency;

/// <summary>The side menu of the regency's console.</summary>
static class RegencyMenu
{
    const string Modules = "modules", Keeping = "system";

    public static IReadOnlyList<RegencyMenuEntry> Entries { get; } =
    [
        new("/kelola", "console.start", HostPermissions.Regency),
        new("/kelola/desa", "regency.villages", HostPermissions.Villages),
        new("/kelola/angka", "regency.figures", HostPermissions.Watch),
        new("/kelola/pantau", "regency.watch", HostPermissions.Watch),
        new("/kelola/modul", "regency.modules", HostPermissions.RegencyModules, Modules),
        new("/kelola/peluncuran", "regency.rollouts", HostPermissions.RegencyModules, Modules),
        new("/kelola/modul/signing/pengaturan", "papers.settings", HostPermissions.RegencyModules, Modules),
        new("/kelola/orang", "console.people", HostPermissions.RegencyPeople, Keeping),
        new("/kelola/data-pribadi", "privacy.requests", HostPermissions.RegencyPersonalData, Keeping),
        new("/kelola/pengaturan", "regency.installation", HostPermissions.Installation, Keeping),
        new("/kelola/catatan", "console.records", HostPermissions.Watch, Keeping),
    ];
}

/// <param name="Path">Its page.</param>
/// <param name="Text">Key of the words.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Group">The part of the menu.</param>
sealed record RegencyMenuEntry(string Path, string Text, Permission Permission, string Group = "");
