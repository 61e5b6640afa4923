using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Privacy;

/// <summary>Whose data a page is about: the village's that the request is in, or the regency's.</summary>
static class ScopeOfRequest
{
    public static Scope Of(HttpContext context) => PresentVillage.Of(context) is { } village ? Scope.Village(village.Id) : Scope.Regency;

    public static Permission PermissionOf(HttpContext context) => PresentVillage.Of(context) is null ? HostPermissions.RegencyPersonalData : HostPermissions.PersonalData;
}
