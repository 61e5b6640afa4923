using SmartKampung.Host.Accounts;

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
        .AddHostedService<RollOutRunner>();

    public static void MapRegency(this IEndpointRouteBuilder console)
    {
        console.MapGet("/", ShowRegencyStart.Handle).RequirePermission(HostPermissions.Regency);
        console.MapVillages();
        console.MapClosing();
        console.MapImport();
        console.MapSupport();
        console.MapRegencyModules();
        console.MapRollOuts();
    }
}
