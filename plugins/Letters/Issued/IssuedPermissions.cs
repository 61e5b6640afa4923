namespace SmartKampung.Letters.Issued;

static class IssuedPermissions
{
    /// <summary>Sees what a type's paper looks like before anybody gets one.</summary>
    public static Permission Preview { get; } = new("letters.preview", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);
}
