using Microsoft.Net.Http.Headers;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>Serves the stored files of a village. Their names are hashes of their content, so they never change.</summary>
static class FileEndpoint
{
    const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public static async Task<IResult> ShowAsync(string file, HttpContext context, FileStore files, CancellationToken stop)
    {
        var village = files.For(Partition.OfVillage(PresentVillage.Of(context)!.Id));
        if (ServedFile.KindOf(file) is not { } kind || await village.OpenAsync(file, stop) is not { } content) return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = Caching.ForEver;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Sandbox;
        if (kind.IsAttachment) headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        return Results.Stream(content, kind.ContentType, entityTag: new EntityTagHeaderValue($"\"{file}\""), enableRangeProcessing: true);
    }
}
