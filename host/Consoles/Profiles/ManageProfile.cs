using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>What the village tells of itself, in a few calm pages.</summary>
static class ManageProfile
{
    public static IServiceCollection AddProfiles(this IServiceCollection services) => services
        .AddSingleton<EditPart>()
        .AddSingleton<EditEntries>()
        .AddSingleton<EditEmblem>()
        .AddSingleton<ChoosePicture>()
        .AddSingleton<EditLocation>()
        .AddSingleton<OutlinesOnMap>();

    public static void MapProfile(this IEndpointRouteBuilder console)
    {
        console.MapGet("/profil", (HttpContext context, ReplaceProfile profiles, CancellationToken stop) => ShowProfileParts.HandleAsync(context, profiles, stop))
            .RequirePermission(HostPermissions.Profile);
        console.MapPart<AboutForm>("tentang");
        console.MapPart<OfficeForm>("kantor");
        console.MapPart<HoursForm>("jam");
        console.MapPart<FactsForm>("data");
        console.MapEntries<OfficialForm, VillageOfficial>("perangkat");
        console.MapEntries<EmergencyForm, EmergencyContact>("darurat");
        console.MapEntries<HeroForm, VillagePicture>("foto");
        console.MapEmblem();
        console.MapLocation();
    }

    static void MapPart<T>(this IEndpointRouteBuilder console, string name) where T : class, IProfileForm<T>
    {
        console.MapGet($"/profil/{name}", (HttpContext context, EditPart edit, CancellationToken stop) => edit.ShowAsync<T>(name, context, stop))
            .RequirePermission(HostPermissions.Profile);
        console.MapPost($"/profil/{name}", (HttpContext context, EditPart edit, CancellationToken stop) => edit.SaveAsync<T>(name, context, stop))
            .RequirePermission(HostPermissions.Profile);
    }
}
