using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles.Forms;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Consoles;

/// <summary>Where the village's staff work; modules map their own pages below it.</summary>
static class ConsolePages
{
    public static IServiceCollection AddConsoles(this IServiceCollection services) => services
        .AddSingleton<ConsoleMenu>()
        .AddSingleton<ModuleCards>()
        .AddSingleton<SettingForms>()
        .AddSingleton<GrantableRoles>()
        .AddSingleton<People>()
        .AddSingleton<VillageTroubles>()
        .AddSingleton<FirstSteps>();

    public static void MapConsole(this IEndpointRouteBuilder village)
    {
        village.MapGet("/masuk", (HttpContext context) => new SeeOther(ReturnAddress.AtPortal(context, "/masuk") + ReturnAddress.Query(context, context.Request.PathBase))).AllowAnyone();
        village.MapPost("/keluar", SignOut.HandleAsync).AllowAnyone();
        var console = village.MapGroup("/kelola").WithMetadata(PageLayout.Console);
        console.MapGet("/", ShowStart.HandleAsync).RequirePermission(HostPermissions.Console);
        console.MapModules();
        console.MapSettings();
        console.MapPeople();
    }
}
