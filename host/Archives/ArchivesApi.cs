using SmartKampung.Host.Accounts;
using SmartKampung.Host.Media;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Archives;

/// <summary>A village's documents and files of all modules, out into an archive and back in.</summary>
static class ArchivesApi
{
    const string Zip = "application/zip";
    const long MaxBody = 64L * 1024 * 1024 * 1024;

    public static IServiceCollection AddArchives(this IServiceCollection services) => services
        .AddSingleton<ExportDocuments>()
        .AddSingleton(host => new ImportDocuments(
            host.GetRequiredService<IDocumentStore>(), host.GetRequiredService<Outbox>(), host.GetRequiredService<FileStore>(), host.GetRequiredService<PrivateFileStore>(),
            owner => owner == MediaDocuments.Owner ? host.GetRequiredService<MediaDocuments>().Set : host.GetRequiredService<ModuleHost>().Find(owner)?.Documents));

    public static void MapArchivesApi(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/api/villages/{code}/documents").AddEndpointFilter(PresentCode.Filter).WithTags("Documents").RequireAdministrator();
        documents.MapGet("/", Export).WithName("ExportDocuments").WithSummary("The village's documents and files of all modules, as an archive.")
            .Produces(StatusCodes.Status200OK, contentType: Zip);
        documents.MapPost("/", Import).WithName("ImportDocuments").WithMetadata(new RequestLimit(MaxBody)).Accepts<byte[]>(Zip).Produces<ImportedArchive>()
            .WithSummary("Imports an archive into a village that has no such documents, all or nothing; dryRun only tells, skip leaves modules out.");
    }

    static async Task<IResult> Export(string code, VillageRegistry villages, ExportDocuments export, CancellationToken stop) =>
        Results.Stream(await export.RunAsync(villages.FindByCode(code)!, stop), Zip, $"{code}.zip");

    static async Task<IResult> Import(
        string code, HttpContext context, VillageRegistry villages, ImportDocuments import, CancellationToken stop, bool dryRun = false, string? skip = null)
    {
        await using var archive = TemporaryFile.Create();
        await context.Request.Body.CopyToAsync(archive, stop);
        var skipped = (skip ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (done, refusal) = await import.RunAsync(villages.FindByCode(code)!, archive, skipped, dryRun, stop);
        return done is null ? refusal!.In(context) : ApiJson.Ok(done);
    }
}
