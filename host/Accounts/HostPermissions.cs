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

    /// <summary>To back the village up, to take backups away and to put them back.</summary>
    public static Permission Backups { get; } = new("village.backup", Roles.Administrator);

    /// <summary>To answer people who want their data put right or erased, and to write the village's privacy notice.</summary>
    public static Permission PersonalData { get; } = new("village.personal", Roles.Administrator, Roles.Head, Roles.Secretary);

    /// <summary>To enter the regency's console.</summary>
    public static Permission Regency { get; } = new("regency.console", Roles.RegencyAdministrator, Roles.DistrictStaff, Roles.DistrictHead);

    /// <summary>To look at the villages; who has it over a district sees those of the district.</summary>
    public static Permission Villages { get; } = new("regency.villages", Roles.RegencyAdministrator, Roles.DistrictStaff, Roles.DistrictHead);

    /// <summary>To add, change, import and close villages.</summary>
    public static Permission ChangeVillages { get; } = new("regency.villages.change", Roles.RegencyAdministrator);

    /// <summary>To enter a village as its support, for an hour and announced there.</summary>
    public static Permission Support { get; } = new("regency.support", Roles.RegencyAdministrator);

    /// <summary>To switch and set up modules for many villages.</summary>
    public static Permission RegencyModules { get; } = new("regency.modules", Roles.RegencyAdministrator);

    /// <summary>To invite administrators, auditors and staff of districts, and to take their roles.</summary>
    public static Permission RegencyPeople { get; } = new("regency.people", Roles.RegencyAdministrator);

    /// <summary>To see how the installation is, errors with their stacks among it, and the figures of all villages.</summary>
    public static Permission Watch { get; } = new("regency.watch", Roles.RegencyAdministrator);

    /// <summary>To name the installation and to set its address, languages and mail server.</summary>
    public static Permission Installation { get; } = new("regency.settings", Roles.RegencyAdministrator);

    /// <summary>The same as <see cref="PersonalData"/> for people without a village, and the installation's notice.</summary>
    public static Permission RegencyPersonalData { get; } = new("regency.personal", Roles.RegencyAdministrator);

    /// <summary>What who has it over a district may use at the regency's console, within that district.</summary>
    public static IReadOnlyList<Permission> OfDistricts { get; } = [Regency, Villages];

    /// <summary>Those that count in a village, and that its roles can be given.</summary>
    public static IReadOnlyList<Permission> OfVillages { get; } = [Console, Modules, People, Profile, Look, Media, Records, Backups, PersonalData];

    public static IReadOnlyList<Permission> All { get; } = [.. OfVillages, Regency, Villages, ChangeVillages, Support, RegencyModules, RegencyPeople, Watch, Installation, RegencyPersonalData];
}
