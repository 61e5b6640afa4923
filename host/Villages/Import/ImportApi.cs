using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages.Import;

static class ImportApi
{
    const int MaxBody = 32 * 1024 * 1024;

    /// <summary>Importing villages from a CSV file.</summary>
    public static void MapVillageImportApi(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/villages/import", Import).RequireAdministrator()
            .WithMetadata(new RequestLimit(MaxBody)).WithTags("Villages").WithName("ImportVillages")
            .WithSummary("Imports villages from CSV. With one wrong line nothing is imported; each error tells its row and column.")
            .Accepts<string>("text/csv").Produces<ImportView>();

    static async Task<IResult> Import(HttpContext context, ImportVillages import, CancellationToken stop)
    {
        using var file = new MemoryStream();
        await context.Request.Body.CopyToAsync(file, stop);
        file.Position = 0;
        var result = await import.RunAsync(file, stop);
        return result.Errors.Count > 0 ? Refuse(result.Errors, context) : ApiJson.Ok(new ImportView(result.Added, result.Changed, result.Unchanged));
    }

    static IResult Refuse(IReadOnlyList<ImportError> errors, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        var title = new LocalText("Berkas belum benar; tidak ada yang diimpor.", "The file is not right; nothing was imported.");
        return Results.Problem(
            title: title.In(language),
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = errors.Select(error => new { error.Row, error.Column, Detail = error.Message.In(language) }).ToArray(),
            });
    }
}

/// <summary>What an import did.</summary>
sealed record ImportView(int Added, int Changed, int Unchanged);
