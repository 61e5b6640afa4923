using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Consoles.Profiles;

static class LocationRoutes
{
    public static void MapLocation(this IEndpointRouteBuilder console)
    {
        console.MapGet("/profil/letak", (HttpContext context, EditLocation edit) => edit.Show(context)).RequirePermission(HostPermissions.Profile);
        console.MapPost("/profil/letak", (Form<LocationForm> form, HttpContext context, EditLocation edit, CancellationToken stop) => edit.SaveAsync(form, context, stop))
            .RequirePermission(HostPermissions.Profile);
        console.MapGet("/profil/letak/peta.json", (HttpContext context, OutlinesOnMap outlines) => outlines.Show(context)).RequirePermission(HostPermissions.Profile);
    }
}
