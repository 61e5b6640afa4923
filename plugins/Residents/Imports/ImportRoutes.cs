namespace SmartKampung.Residents.Imports;

/// <summary>Sheets of people that are brought into the register.</summary>
static class ImportRoutes
{
    const long LargestUpload = 64L * 1024 * 1024;

    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddDocuments<SheetImport>(d => d.Territory(i => i.Place).Index(i => i.At).Index(i => i.State).Index(i => i.Person).Personal(i => i.By))
        .AddDocuments<SheetPart>(d => d.Unique(p => p.Import, p => p.Number).Index(p => p.Import).Personal(p => p.Rows, p => p.Reports))
        .AddDocuments<RememberedColumns>()
        .AddPersonalData<SheetImport>(i => i.Person, i => i with { Person = null, By = "" })
        .AddEventHandler<SheetGoesOn, GoOnWithSheet>()
        .AddScoped<PlanRows>()
        .AddScoped<CheckRows>()
        .AddScoped<TakeRows>()
        .AddScoped<TakeBackRows>();

    public static void MapImports(this IEndpointRouteBuilder console)
    {
        console.MapGet("/impor", BringSheet.Show).RequirePermission(Permissions.Write);
        console.MapPost("/impor", BringSheet.Take).AllowUploads(LargestUpload).RequirePermission(Permissions.Write);
        console.MapGet("/impor/{id:guid}", RunImport.Show).RequirePermission(Permissions.Write);
        console.MapPost("/impor/{id:guid}", RunImport.Start).RequirePermission(Permissions.Write);
        console.MapPost("/impor/{id:guid}/batalkan", RunImport.TakeBack).RequirePermission(Permissions.Write);
        console.MapPost("/impor/{id:guid}/buang", RunImport.Drop).RequirePermission(Permissions.Write);
        console.MapGet("/impor/{id:guid}/kolom", ChooseColumns.Show).RequirePermission(Permissions.Write);
        console.MapPost("/impor/{id:guid}/kolom", ChooseColumns.Save).RequirePermission(Permissions.Write);
    }
}
