namespace SmartKampung.Residents;

static class Permissions
{
    /// <summary>To look for people, within one's part of the village, and to open their records.</summary>
    public static Permission Read { get; } = new(
        "residents.read", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator, Roles.HamletHead, Roles.CommunityHead, Roles.NeighborhoodHead);

    /// <summary>To change the register.</summary>
    public static Permission Write { get; } = new("residents.write", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);

    /// <summary>To propose changes that others approve.</summary>
    public static Permission Propose { get; } = new(
        "residents.propose", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator, Roles.HamletHead, Roles.CommunityHead, Roles.NeighborhoodHead);

    /// <summary>To take the register away as a file.</summary>
    public static Permission Export { get; } = new("residents.export", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);

    /// <summary>To look for people who are registered in several villages, without seeing who they are.</summary>
    public static Permission Doubles { get; } = new("residents.doubles", Roles.RegencyAdministrator, Roles.DistrictHead, Roles.DistrictStaff);
}
