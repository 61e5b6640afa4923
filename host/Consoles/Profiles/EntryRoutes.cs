using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The addresses of a list of the profile and its entries.</summary>
static class EntryRoutes
{
    public static void MapEntries<T, TEntry>(this IEndpointRouteBuilder console, string name) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        console.MapGet($"/profil/{name}", (HttpContext context, EditEntries edit, CancellationToken stop) => edit.ListAsync<T, TEntry>(name, context, stop))
            .RequirePermission(HostPermissions.Profile);
        console.MapGet($"/profil/{name}/{{at}}", (string at, HttpContext context, EditEntries edit, CancellationToken stop) => edit.ShowAsync<T, TEntry>(name, at, context, stop))
            .RequirePermission(HostPermissions.Profile);
        console.MapPost($"/profil/{name}/{{at}}", (string at, HttpContext context, EditEntries edit, CancellationToken stop) => edit.SaveAsync<T, TEntry>(name, at, context, stop))
            .RequirePermission(HostPermissions.Profile);
        console.MapGet($"/profil/{name}/{{at}}/hapus", (string at, HttpContext context, EditEntries edit, CancellationToken stop) => edit.AskAsync<T, TEntry>(name, at, context, stop))
            .RequirePermission(HostPermissions.Profile);
        MapMove<T, TEntry>(console, name, "naik", -1);
        MapMove<T, TEntry>(console, name, "turun", 1);
        MapMove<T, TEntry>(console, name, "hapus", 0);
    }

    static void MapMove<T, TEntry>(IEndpointRouteBuilder console, string name, string verb, int step) where T : class, IEntryForm<T, TEntry> where TEntry : class =>
        console.MapPost($"/profil/{name}/{{at}}/{verb}", (string at, HttpContext context, EditEntries edit, CancellationToken stop) => edit.MoveAsync<T, TEntry>(name, at, step, context, stop))
            .RequirePermission(HostPermissions.Profile);
}
