using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>What the person of a request may do where the request is. The system administrator may do everything that anyone has a permission for.</summary>
sealed class Rights(IModuleCatalog modules)
{
    public bool HoldsToChange(HttpContext context, string permission) => Find(permission) is { } found && HoldsToChange(context, found);

    public static bool Holds(HttpContext context, Permission permission) => HoldsToChange(context, permission) || (Allows(SignedIn.Of(context)?.Token, permission) && Audits(context));

    /// <summary>Whether the person holds it whatever the request is: unlike <see cref="Holds(HttpContext, Permission)"/>, no for the auditor, who reads all and changes nothing.</summary>
    public static bool HoldsToChange(HttpContext context, Permission permission)
    {
        if (context.User.IsSystemAdministrator()) return true;
        if (SignedIn.Of(context) is not { } person || !Allows(person.Token, permission)) return false;
        var (village, sets) = (PresentVillage.Of(context), context.RequestServices.GetRequiredService<RoleSets>());
        return RolesFor(permission, person, village).Any(role => sets.Has(village, role, permission));
    }

    /// <summary>Whether the person themselves has the role where the request is; no for a program with a token, which has permissions alone.</summary>
    public static bool IsIn(HttpContext context, string role) =>
        SignedIn.Of(context) is { Token: null } person && person.RolesAt(PresentVillage.Of(context)).Contains(role);

    /// <summary>At the portal a role over a district counts for what is for districts: a few pages of the host's, and what modules say, who are told the villages in sight.</summary>
    static IEnumerable<string> RolesFor(Permission permission, SignedIn person, Village? village) =>
        HostPermissions.OfDistricts.Contains(permission) || !HostPermissions.All.Contains(permission) ? person.RolesAt(village) : person.RolesIn(village);

    static bool Allows(ApiToken? token, Permission permission) => token is null || token.Permissions.Contains(permission.Name);

    /// <summary>Whether the request only looks, as an auditor may.</summary>
    public static bool IsReading(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    static bool Audits(HttpContext context) => IsReading(context)
        && SignedIn.Of(context)?.RolesIn(PresentVillage.Of(context)).Contains(Roles.Auditor) is true;

    Permission? Find(string name) =>
        HostPermissions.All.FirstOrDefault(permission => permission.Name == name)
        ?? modules.Modules.SelectMany(module => module.Permissions).FirstOrDefault(permission => permission.Name == name);
}
