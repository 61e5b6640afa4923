using Microsoft.Net.Http.Headers;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>Serves the stored files of the present village, or of the portal. Their names are hashes of their content, so they never change.</summary>
static class FileEndpoint
{
    const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Kinds that browsers show; the others are saved.</summary>
    static readonly string[] Shown = ["image/", "video/", "audio/", "application/pdf"];

    public static async Task<IResult> ShowAsync(string file, HttpContext context, FileStore files, CancellationToken stop)
    {
        if (FileKinds.ContentTypeOf(file) is not { } type || await files.For(PartitionOf(context)).OpenAsync(file, stop) is not { } content)
            return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = Caching.ForEver;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Sandbox;
        if (!Array.Exists(Shown, type.StartsWith)) headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        return Results.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{file}\""), enableRangeProcessing: true);
    }

    static Partition PartitionOf(HttpContext context) =>
        PresentVillage.Of(context) is { } village ? Partition.OfVillage(village.Id) : Partition.Portal;
}
