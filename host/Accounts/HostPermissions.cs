namespace SmartKampung.Host.Accounts;

/// <summary>The rights that the host itself asks for.</summary>
static class HostPermissions
{
    /// <summary>To enter the village's console.</summary>
    public static Permission Console { get; } = new(
        "village.console", Roles.Administrator, Roles.Head, Roles.Secretary, Roles.Operator, Roles.HamletHead, Roles.CommunityHead, Roles.NeighborhoodHead,
        Roles.DistrictStaff, Roles.DistrictHead);

    /// <summary>To switch modules on and off and to set them up.</summary>
    public static Permission Modules { get; } = new("village.modules", Roles.Administrator);

    /// <summary>To invite people, and to give and take roles.</summary>
    public static Permission People { get; } = new("village.people", Roles.Administrator);

    /// <summary>To back the village up, to take backups away and to put them back.</summary>
    public static Permission Backups { get; } = new("village.backup", Roles.Administrator);

    /// <summary>To enter the regency's console.</summary>
    public static Permission Regency { get; } = new("regency.console", Roles.RegencyAdministrator);

    public static IReadOnlyList<Permission> All { get; } = [Console, Modules, People, Backups, Regency];
}
