using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Accounts;

/// <summary>What the person of a request may do where the request is. The system administrator may do everything that anyone has a permission for.</summary>
sealed class Rights(IModuleCatalog modules)
{
    public bool Holds(HttpContext context, string permission) => Find(permission) is { } found && Holds(context, found);

    public static bool Holds(HttpContext context, Permission permission)
    {
        if (context.User.IsSystemAdministrator()) return true;
        return SignedIn.Of(context) is { } person && RolesFor(permission, person, PresentVillage.Of(context)).Any(role => Holds(role, permission, context.Request));
    }

    static IEnumerable<string> RolesFor(Permission permission, SignedIn person, Village? village) =>
        village is null && HostPermissions.OfDistricts.Contains(permission) ? person.RolesOverDistricts.Concat(person.RolesIn(null)) : person.RolesIn(village);

    /// <summary>The auditor reads all and changes nothing.</summary>
    static bool Holds(string role, Permission permission, HttpRequest request) =>
        RoleNames.Holds(role, permission)
        || (role == Roles.Auditor && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)));

    Permission? Find(string name) =>
        HostPermissions.All.FirstOrDefault(permission => permission.Name == name)
        ?? modules.Modules.SelectMany(module => module.Permissions).FirstOrDefault(permission => permission.Name == name);
}
