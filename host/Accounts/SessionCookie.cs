using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SmartKampung.Host.Accounts;

/// <summary>The cookie of who is signed in: an account and a device, both looked up on each request, so that what is taken back is gone at once.</summary>
static class SessionCookie
{
    public const string Scheme = "session";

    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    const string DeviceClaim = "device";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.CookieManager = new HostCookies();
        cookie.Cookie.Name = "akun";
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = Life;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = LookUpAsync;
    }

    public static Task IssueAsync(HttpContext context, Device device) =>
        context.SignInAsync(Scheme, Principal(device), new AuthenticationProperties { IsPersistent = true });

    static ClaimsPrincipal Principal(Device device) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, device.AccountId.ToString()), new(DeviceClaim, device.Id.ToString())], Scheme));

    static async Task LookUpAsync(CookieValidatePrincipalContext validation)
    {
        var context = validation.HttpContext;
        var accounts = context.RequestServices.GetRequiredService<PresentAccounts>();
        var account = await accounts.FindAsync(Read(validation.Principal, ClaimTypes.NameIdentifier), context.RequestAborted);
        var device = account?.Devices.FirstOrDefault(device => device.Id == Read(validation.Principal, DeviceClaim));
        if (account is null || device is null)
        {
            validation.RejectPrincipal();
            return;
        }

        context.RequestServices.GetRequiredService<Sightings>().Note(device.Id);
        context.Features.Set(new SignedIn(account.Account, account.RolesAt(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()), device));
    }

    static Guid Read(ClaimsPrincipal? principal, string type) =>
        Guid.TryParse(principal?.FindFirstValue(type), CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty;
}
