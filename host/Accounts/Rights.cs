using System.Security.Claims;

namespace SmartKampung.Host.Accounts;

/// <summary>What a person may do. The system administrator may do everything that anyone has a permission for.</summary>
static class Rights
{
    public static bool Holds(ClaimsPrincipal user, string permission) => permission.Length > 0 && user.IsSystemAdministrator();
}
