using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Consoles.Forms;
using SmartKampung.Host.Consoles.Looks;
using SmartKampung.Host.Consoles.Profiles;
using SmartKampung.Host.Media;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>Where the village's staff work; modules map their own pages below it.</summary>
static class ConsolePages
{
    public static IServiceCollection AddConsoles(this IServiceCollection services) => services
        .AddProfiles()
        .AddLooks()
        .AddSingleton<ConsoleMenu>()
        .AddSingleton<ModuleCards>()
        .AddSingleton<ModuleCosts>()
        .AddSingleton<SettingForms>()
        .AddSingleton<RoleList>()
        .AddSingleton<GrantableRoles>()
        .AddSingleton<People>()
        .AddSingleton<VillageTroubles>()
        .AddSingleton<FirstSteps>()
        .AddMedia()
        .AddPrivacy()
        .AddRegency();

    public static void MapRegencyConsole(this IEndpointRouteBuilder portal) => portal.MapGroup("/kelola").WithMetadata(PageLayout.Console).MapRegency();

    public static void MapConsole(this IEndpointRouteBuilder village)
    {
        village.MapGet("/masuk", (HttpContext context) => new SeeOther(ReturnAddress.AtPortal(context, "/masuk") + ReturnAddress.Query(context, context.Request.PathBase))).AllowAnyone();
        village.MapPost("/keluar", SignOut.HandleAsync).AllowAnyone().AllowReadOnly();
        village.MapMediaFiles();
        var console = village.MapGroup("/kelola").WithMetadata(PageLayout.Console);
        console.MapGet("/", ShowStart.HandleAsync).RequirePermission(HostPermissions.Console);
        console.MapModules();
        console.MapSettings();
        console.MapSettingsHistory();
        console.MapPeople();
        console.MapRoles();
        console.MapRecords();
        console.MapProfile();
        console.MapLook();
        console.MapMedia();
        console.MapPost("/dukungan/akhiri", EndSupport.HandleAsync).RequirePermission(HostPermissions.Console).AllowReadOnly();
        console.MapBackups();
        console.MapCleaning(HostPermissions.Console);
        console.MapPersonalRequests(HostPermissions.PersonalData);
    }
}
