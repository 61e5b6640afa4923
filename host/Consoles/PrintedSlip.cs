using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles;

/// <summary>A slip as it is printed, in the answer itself: its code is told once, and kept nowhere.</summary>
static class PrintedSlip
{
    public static Page View(SlipContent slip, SlipCode code, HttpContext context, TimeProvider clock, string place = "")
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
