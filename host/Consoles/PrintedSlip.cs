using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles;

/// <summary>A slip as it is printed, in the answer itself: its code is told once, and kept nowhere.</summary>
static class PrintedSlip
{
    public static Page View(SlipContent slip, SlipCode code, HttpContext context, TimeProvider clock, SlipPlace? place = null)
    {
        var address = AddressIn(context);
        return Page.View("console-slip", new
        {
            name = slip.Name,
            role = slip.Role,
            place,
            login = slip.Renews?.Login,
            code = code.ToString(),
            address,
            qr = QrOf(address, code),
            expires_at = clock.GetUtcNow() + Slip.Life,
        });
    }

    /// <summary>One that a module prints by the template slip-sheet.</summary>
    public static ResidentSlip OfResident(SlipContent slip, SlipCode code, HttpContext context)
    {
        var (address, clock) = (AddressIn(context), context.RequestServices.GetRequiredService<TimeProvider>());
        return new(slip.Name, code.ToString(), address, QrOf(address, code), clock.GetUtcNow() + Slip.Life, slip.Renews?.Login);
    }

    static string AddressIn(HttpContext context) => $"{AddressBook.Of(context).Absolute("/").GetLeftPart(UriPartial.Authority)}/slip";

    static Html QrOf(string address, SlipCode code) => new(QrCode.Svg($"{address}?kode={code}"));
}

/// <summary>Where the role of a slip counts that is printed outside of a village's console.</summary>
/// <param name="Name">The village's or the district's; empty for the regency.</param>
/// <param name="Kind">Of the village; null for a district.</param>
/// <param name="Back">The page that it was asked for on.</param>
sealed record SlipPlace(string Name, VillageKind? Kind, string Back);
