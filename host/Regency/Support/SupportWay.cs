using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The way into a village's console for who may enter it as its support: the question of the visit, which leads on to the page that was asked for.</summary>
static class SupportWay
{
    /// <summary>Null outside of consoles, for who may not support the village, and for who is there already.</summary>
    public static string? From(HttpContext context, SignedIn person) =>
        PresentVillage.Of(context) is { } village && PageLayout.Of(context) == PageLayout.Console && MayVisit(context, person, village)
            ? ReturnAddress.AtPortal(context, $"{ManageVillages.Path}/{village.Code}/dukungan") + ReturnAddress.BackTo(context)
            : null;

    /// <summary>Whether they could enter the village as its support, and have not yet.</summary>
    public static bool MayVisit(HttpContext context, SignedIn person, Village village)
    {
        var sets = context.RequestServices.GetRequiredService<RoleSets>();
        return person.Token is null && !person.RolesIn(village).Contains(RoleNames.Support) && person.RolesIn(null).Any(role => sets.Has(null, role, HostPermissions.Support));
    }
}
