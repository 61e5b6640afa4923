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

    /// <summary>To read who did what in the village.</summary>
    public static Permission Records { get; } = new("village.records", Roles.Administrator, Roles.Head);

    /// <summary>To change what the village tells of itself.</summary>
    public static Permission Profile { get; } = new("village.profile", Roles.Administrator, Roles.Head, Roles.Secretary, Roles.Operator);

    /// <summary>To change how the village's site looks: its colour, home page, menu, own pages and templates.</summary>
    public static Permission Look { get; } = new("village.look", Roles.Administrator);

    /// <summary>To put pictures and documents into the village's library, and to take them out.</summary>
    public static Permission Media { get; } = new("village.media", Roles.Administrator, Roles.Head, Roles.Secretary, Roles.Operator);

    /// <summary>To enter the regency's console.</summary>
    public static Permission Regency { get; } = new("regency.console", Roles.RegencyAdministrator);

    /// <summary>Those that count in a village, and that its roles can be given.</summary>
    public static IReadOnlyList<Permission> OfVillages { get; } = [Console, Modules, People, Profile, Look, Media, Records];

    public static IReadOnlyList<Permission> All { get; } = [.. OfVillages, Regency];
}
