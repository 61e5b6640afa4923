using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Privacy;

namespace SmartKampung.Host.Regency;

/// <summary>Where the regency works, at the portal's address: its villages and what they have in common.</summary>
static class RegencyConsole
{
    public static IServiceCollection AddRegency(this IServiceCollection services) => services
        .AddSingleton<RegencyDocuments>()
        .AddSingleton<VillagesInSight>()
        .AddSingleton<RegencyTroubles>()
        .AddSingleton<UploadedFiles>()
        .AddSingleton<SupportVisits>()
        .AddSingleton<RollOuts>()
        .AddSingleton<RollOutPlan>()
        .AddHostedService<RollOutRunner>()
        .AddSingleton<RegencyPeople>()
        .AddSingleton<AdministratorsOfVillages>()
        .AddWatch()
        .AddInstallation();

    /// <summary>Options that the console changes are read as they are now.</summary>
    static IServiceCollection AddInstallation(this IServiceCollection services) => services
        .AddSingleton<InstallationStore>()
        .AddHostedService(host => host.GetRequiredService<InstallationStore>())
        .AddSingleton<IOptions<SiteOptions>, PresentOptions<SiteOptions>>()
        .AddSingleton<IOptions<SmtpOptions>, PresentOptions<SmtpOptions>>();

    static IServiceCollection AddWatch(this IServiceCollection services) => services
        .AddSingleton<SlowRequests>()
        .AddSingleton<RecentErrors>()
        .AddSingleton<ILoggerProvider>(host => host.GetRequiredService<RecentErrors>())
        .AddSingleton<AbsentStaff>()
        .AddSingleton<FigureTable>()
        .AddSingleton<FigureKeeper>()
        .AddHostedService(host => host.GetRequiredService<FigureKeeper>());

    public static void MapRegency(this IEndpointRouteBuilder console)
    {
        console.MapGet("/", ShowRegencyStart.Handle).RequirePermission(HostPermissions.Regency);
        console.MapVillages();
        console.MapClosing();
        console.MapImport();
        console.MapSupport();
        console.MapAdministrators();
        console.MapRegencyModules();
        console.MapRollOuts();
        console.MapWatch();
        console.MapFigures();
        console.MapInstallation();
        console.MapRegencyPeople();
        console.MapRegencyRecords();
        console.MapPersonalRequests(HostPermissions.RegencyPersonalData);
        console.MapCleaning(HostPermissions.RegencyModules);
    }
}
