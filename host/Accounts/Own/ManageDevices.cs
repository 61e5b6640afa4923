using SmartKampung.Host.Consoles;

namespace SmartKampung.Host.Accounts.Own;

/// <summary>The browsers that are signed in, and an end to those that are not mine.</summary>
static class ManageDevices
{
    const string Path = "/akun/perangkat";

    public static void MapDevices(this IEndpointRouteBuilder own)
    {
        own.MapGet("/perangkat", ShowAsync).AllowSignedIn();
        own.MapPost("/perangkat/lain/keluar", EndOthersAsync).AllowSignedIn();
        own.MapPost("/perangkat/{id:guid}/keluar", EndAsync).AllowSignedIn();
    }

    static async Task<Page> ShowAsync(HttpContext context, PresentAccounts accounts, Sightings sightings, CancellationToken stop)
    {
        var person = SignedIn.Of(context)!;
        var present = await accounts.FindAsync(person.Account.Id, stop);
        var devices = from device in present?.Devices ?? []
                      let shown = new DeviceInList(device.Id, BrowserName.Of(device.Browser), device.Address, device.SignedInAt, sightings.Of(device), device.Id == person.Device.Id)
                      orderby shown.IsThis descending, shown.SeenAt descending
                      select shown;
        return Page.View("account-devices", new { devices = devices.ToArray() }, Form.Empty<Confirmation>());
    }

    static async Task<IResult> EndAsync(Guid id, HttpContext context, Sessions sessions, CancellationToken stop)
    {
        var person = SignedIn.Of(context)!;
        await sessions.EndAsync(person.Account.Id, device => device.Id == id, stop);
        return id == person.Device.Id ? new SeeOther(ReturnAddress.AtPortal(context, "/")) : Page.SeeOther(Path, message: "own.device.ended");
    }

    static async Task<Page> EndOthersAsync(HttpContext context, Sessions sessions, CancellationToken stop)
    {
        var person = SignedIn.Of(context)!;
        await sessions.EndAsync(person.Account.Id, device => device.Id != person.Device.Id, stop);
        return Page.SeeOther(Path, message: "own.device.others_ended");
    }
}

/// <param name="Id">Of the device.</param>
/// <param name="Browser">In plain words; empty where it is unknown.</param>
/// <param name="Address">Where it signed in from.</param>
/// <param name="SignedInAt">Since when.</param>
/// <param name="SeenAt">When it was last heard of.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
sealed record DeviceInList(Guid Id, string Browser, string Address, DateTimeOffset SignedInAt, DateTimeOffset SeenAt, bool IsThis);
