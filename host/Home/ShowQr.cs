using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Home;

/// <summary>A sheet with the QR code of the village's address, to print and put up.</summary>
static class ShowQr
{
    public static Page Handle(HttpContext context)
    {
        var address = Address(context);
        return Page.View("village-qr", new { address, address_text = address.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal) });
    }

    public static IResult Draw(HttpContext context) => Results.Text(QrCode.Svg(Address(context)), "image/svg+xml");

    static string Address(HttpContext context) => AddressBook.Of(context).Absolute("/").AbsoluteUri;
}
