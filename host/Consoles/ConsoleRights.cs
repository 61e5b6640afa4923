using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>What a person may change, so that who may only look is shown no buttons.</summary>
static class ConsoleRights
{
    /// <summary>Unlike <see cref="Rights.Holds(HttpContext, Permission)" />, this is no for the auditor, who reads all, on every request.</summary>
    public static bool MayChange(HttpContext context, Permission permission)
    {
        if (context.User.IsSystemAdministrator()) return true;
        return SignedIn.Of(context)?.RolesIn(PresentVillage.Of(context)).Any(role => RoleNames.Holds(role, permission)) is true;
    }
}
