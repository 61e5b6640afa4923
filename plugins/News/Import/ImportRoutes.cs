namespace SmartKampung.News.Import;

/// <summary>Where exports of another site are brought.</summary>
static class ImportRoutes
{
    const long LargestUpload = 256L * 1024 * 1024;

    public static void MapImports(this IEndpointRouteBuilder console)
    {
        console.MapGet("/impor", BringExport.Show).RequirePermission(Permissions.Publish);
        console.MapPost("/impor", BringExport.Check).AllowUploads(LargestUpload).RequirePermission(Permissions.Publish);
        console.MapGet("/impor/{id:guid}", RunImport.Show).RequirePermission(Permissions.Publish);
        console.MapPost("/impor/{id:guid}", RunImport.Start).RequirePermission(Permissions.Publish);
        console.MapPost("/impor/{id:guid}/berhenti", RunImport.Stop).RequirePermission(Permissions.Publish);
        console.MapPost("/impor/{id:guid}/buang", RunImport.Drop).RequirePermission(Permissions.Publish);
    }
}
