using Microsoft.Net.Http.Headers;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>
/// The address of an item that stays when its file is replaced: pictures as browsers show them in texts, documents as downloads under their name.
/// Browsers ask again each time, and are told when nothing changed.
/// </summary>
static class ServeMedia
{
    const int Width = 960;
    const string WebP = "image/webp";
    const string Sandbox = "default-src 'none'; sandbox";

    public static async Task<IResult> HandleAsync(Guid id, HttpContext context, MediaDocuments documents, FileStore files, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!.Id;
        if (await documents.OpenSession(village).LoadAsync<MediaItem>(id, stop) is not { IsReady: true, IsRemoved: false } item) return Results.NotFound();
        var file = item.IsPicture ? PictureFor(context, item) : item.Files[0];
        if (await files.For(Partition.OfVillage(village)).OpenAsync(file, stop) is not { } content) return Results.NotFound();
        SayHow(context.Response.Headers, item);
        return Results.Stream(content, FileKinds.ContentTypeOf(file), entityTag: new EntityTagHeaderValue($"\"{file}\""), enableRangeProcessing: true);
    }

    static string PictureFor(HttpContext context, MediaItem item)
    {
        var size = item.Sizes.FirstOrDefault(size => size.Width >= Width) ?? item.Sizes[^1];
        return context.Request.Headers.Accept.ToString().Contains(WebP, StringComparison.OrdinalIgnoreCase) ? size.WebP : size.File;
    }

    static void SayHow(IHeaderDictionary headers, MediaItem item)
    {
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Sandbox;
        headers.Vary = HeaderNames.Accept;
        if (item.IsPicture) return;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(item.Name);
        headers.ContentDisposition = disposition.ToString();
    }
}
