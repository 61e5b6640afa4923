namespace SmartKampung.Letters.Issued;

static class IssuedPermissions
{
    /// <summary>Sees what a type's paper looks like before anybody gets one.</summary>
    public static Permission Preview { get; } = new("letters.preview", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);

    /// <summary>Signs what a step gives to their role.</summary>
    public static Permission Sign { get; } = new("letters.sign", Roles.Head, Roles.Secretary, Roles.Administrator, Roles.DistrictHead, Roles.DistrictStaff);

    /// <summary>Reads the letter book, enters mail and outside numbers.</summary>
    public static Permission Book { get; } = new("letters.book", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);

    /// <summary>Revokes letters and cancels numbers.</summary>
    public static Permission Revoke { get; } = new("letters.revoke", Roles.Secretary, Roles.Head, Roles.Administrator);

    /// <summary>Sets registers and terms of office.</summary>
    public static Permission Registers { get; } = new("letters.registers", Roles.Secretary, Roles.Administrator);
}
