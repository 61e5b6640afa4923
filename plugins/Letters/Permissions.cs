namespace SmartKampung.Letters;

static class Permissions
{
    static readonly string[] Village = [Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator];

    /// <summary>Whoever has a part in a step.</summary>
    static readonly string[] Deciding = [.. Village, Roles.NeighborhoodHead, Roles.CommunityHead, Roles.HamletHead, Roles.DistrictStaff, Roles.DistrictHead];

    /// <summary>Sees requests, within the own territory.</summary>
    public static Permission Read { get; } = new("letters.read", Deciding);

    /// <summary>Takes the steps of the own role.</summary>
    public static Permission Work { get; } = new("letters.work", Deciding);

    /// <summary>Files for residents at the counter.</summary>
    public static Permission Counter { get; } = new("letters.counter", Village);

    /// <summary>Changes letter types.</summary>
    public static Permission Types { get; } = new("letters.types", Roles.Operator, Roles.Administrator);

    /// <summary>Gives letter types to the villages of the regency or a district.</summary>
    public static Permission Publish { get; } = new("letters.publish", Roles.RegencyAdministrator, Roles.DistrictHead, Roles.DistrictStaff);

    /// <summary>Sees the register of a district's numbers, and sets how they are written.</summary>
    public static Permission DistrictRegister { get; } = new("letters.district-register", Roles.RegencyAdministrator, Roles.DistrictHead, Roles.DistrictStaff);
}
