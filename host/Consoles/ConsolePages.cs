using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles;

/// <summary>Where the village's staff work; modules map their own pages below it.</summary>
static class ConsolePages
{
    public static void MapConsole(this IEndpointRouteBuilder village)
    {
        village.MapGet("/masuk", (HttpContext context) => new SeeOther($"/masuk?kembali={Uri.EscapeDataString(context.Request.PathBase)}")).AllowAnyone();
        var console = village.MapGroup("/kelola").WithMetadata(PageLayout.Console);
        console.MapGet("/", ShowStart.Handle).RequirePermission(HostPermissions.Console);
    }
}
