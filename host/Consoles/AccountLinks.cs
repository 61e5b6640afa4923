using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>The ways to sign in, or to one's account and console, as a page's head shows them.</summary>
/// <param name="SignIn">Where nobody signs in; null for who is signed in, and where no accounts are.</param>
/// <param name="Account">My account, or null for nobody.</param>
/// <param name="Console">The console of the village, or at the portal of the regency, for who may enter, be it as support.</param>
/// <param name="Role">The first of the person's roles here, or null.</param>
sealed record AccountLinks(string? SignIn, string? Account, string? Console, string? Role)
{
    public static AccountLinks Of(HttpContext context, AddressBook addresses, string installation)
    {
        if (SignedIn.Of(context) is not { } person)
            return new(InstallationPages.IsElsewhere(context) && installation.Length == 0 ? null : SignInFrom(context, addresses), null, null, null);
        var village = PresentVillage.Of(context);
        var mayManage = Rights.Holds(context, village is null ? HostPermissions.Regency : HostPermissions.Console) || (village is not null && SupportWay.MayVisit(context, person, village));
        var role = person.RolesAt(village).FirstOrDefault();
        return new(null, addresses.AtPortal("/akun"), mayManage ? addresses.Path("/kelola") : null, role);
    }

    /// <summary>The installation's sign-in page, which leads back to the village's home there.</summary>
    static string SignInFrom(HttpContext context, AddressBook addresses) =>
        addresses.AtPortal("/masuk") + (PresentVillage.Of(context) is { } village ? $"?kembali={Uri.EscapeDataString(addresses.PathInVillage(village.Slug, "/"))}" : "");
}
