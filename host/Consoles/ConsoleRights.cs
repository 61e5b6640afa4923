using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Consoles;

/// <summary>What a person may change, so that who may only look is shown no buttons.</summary>
static class ConsoleRights
{
    public static bool MayChange(HttpContext context, Permission permission) => Rights.HoldsToChange(context, permission);
}
