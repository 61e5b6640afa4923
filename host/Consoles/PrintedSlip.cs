using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles;

/// <summary>A slip as it is printed, in the answer itself: its code is told once, and kept nowhere.</summary>
static class PrintedSlip
{
    public static Page View(SlipContent slip, SlipCode code, HttpContext context, TimeProvider clock, SlipPlace? place = null)
    {
        var address = $"{AddressBook.Of(context).Absolute("/").GetLeftPart(UriPartial.Authority)}/slip";
        return Page.View("console-slip", new
        {
            name = slip.Name,
            role = slip.Role,
            place,
            login = slip.Renews?.Login,
            code = code.ToString(),
            address,
            qr = new Html(QrCode.Svg($"{address}?kode={code}")),
            expires_at = clock.GetUtcNow() + Slip.Life,
        });
    }
}

/// <summary>Where the role of a slip counts that is printed outside of a village's console.</summary>
/// <param name="Name">The village's or the district's; empty for the regency.</param>
/// <param name="Kind">Of the village; null for a district.</param>
/// <param name="Back">The page that it was asked for on.</param>
sealed record SlipPlace(string Name, VillageKind? Kind, string Back);
