namespace SmartKampung.Residents.Exports;

static class ExportRoutes
{
    public static void MapExports(this IEndpointRouteBuilder console)
    {
        console.MapGet("/ekspor", ExportPeople.Show).RequirePermission(Permissions.Export);
        console.MapPost("/ekspor", ExportPeople.Take).RequirePermission(Permissions.Export);
    }
}
