using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Reads an upload part by part into the inbox; never more than a few kilobytes of it are in memory. The token comes before the first file.</summary>
sealed class ReceiveFiles(Inbox inbox, DiskRoom room, IOptions<MediaOptions> options)
{
    /// <summary>How much one upload may send.</summary>
    public const long LargestBody = 300L * 1024 * 1024;

    const string TokenField = "_form";
    const string TokenHeader = "RequestVerificationToken";
    const int MostFiles = 20;
    const int MostFields = 20;
    const int LongestField = 4_000;
    const int LongestBoundary = 100;

    readonly long largestFile = Math.Max(options.Value.LargestPicture, options.Value.LargestDocument);

    /// <exception cref="BadHttpRequestException">It is no upload, carries no valid token, or is too large as a whole.</exception>
    public async Task<ReceivedFiles> ReadAsync(HttpContext context, Guid village, CancellationToken stop)
    {
        var received = new ReceivedFiles();
        try
        {
            await ReadAsync(new MultipartReader(BoundaryOf(context.Request), context.Request.Body), received, context, village, stop);
            await DemandTokenAsync(received, context);
            return received;
        }
        catch (Exception failure)
        {
            received.Dispose();
            if (failure is InvalidDataException or EndOfStreamException) throw new BadHttpRequestException("The upload is broken off.", StatusCodes.Status400BadRequest, failure);
            throw;
        }
    }

    async Task ReadAsync(MultipartReader reader, ReceivedFiles received, HttpContext context, Guid village, CancellationToken stop)
    {
        for (var fields = 0; await reader.ReadNextSectionAsync(stop) is { } part;)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;
            if (disposition.IsFileDisposition()) await ReadFileAsync(part, disposition, received, context, village, stop);
            else if (++fields > MostFields) throw new BadHttpRequestException("The upload has too many fields.");
            else received[disposition.Name.ToString().Trim('"')] = await ReadFieldAsync(part, stop);
        }
    }

    /// <summary>A browser sends an empty part for each place where no file was chosen.</summary>
    async Task ReadFileAsync(MultipartSection part, ContentDispositionHeaderValue disposition, ReceivedFiles received, HttpContext context, Guid village, CancellationToken stop)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        if (name.Length == 0) return;
        await DemandTokenAsync(received, context);
        var path = inbox.NewPath(village);
        if (received.Files.Count >= MostFiles) received.Files.Add(new(name, path, 0, "", MediaRefusal.TooMany));
        else received.Files.Add(await WriteAsync(part.Body, name, path, stop));
    }

    async Task<ReceivedFile> WriteAsync(Stream content, string name, string path, CancellationToken stop)
    {
        try
        {
            room.Demand();
            var (length, hash) = await inbox.WriteAsync(content, path, largestFile, stop);
            return length is { } whole ? new(name, path, whole, hash) : new(name, path, 0, "", MediaRefusal.TooLarge);
        }
        catch (Exception failure) when (DiskRoom.IsCauseOf(failure))
        {
            await content.CopyToAsync(Stream.Null, stop);
            return new(name, path, 0, "", MediaRefusal.DiskFull);
        }
    }

    static async Task<string> ReadFieldAsync(MultipartSection part, CancellationToken stop)
    {
        var bytes = new byte[LongestField];
        var length = await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return length < LongestField ? Encoding.UTF8.GetString(bytes, 0, length).ReplaceLineEndings("\n").Trim() : throw new BadHttpRequestException("A field of the upload is too long.", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>The token is taken out of the body as it comes: asking for it there would read all of the body first.</summary>
    static async Task DemandTokenAsync(ReceivedFiles received, HttpContext context)
    {
        if (received[TokenField] is { Length: > 0 } token) context.Request.Headers[TokenHeader] = token;
        else if (!context.Request.Headers.ContainsKey(TokenHeader)) context.Request.Headers[TokenHeader] = "none";
        if (!await FormToken.PassAsync(context)) throw new BadHttpRequestException("The upload carries no valid antiforgery token before its files.");
    }

    static string BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("An upload was expected.", StatusCodes.Status415UnsupportedMediaType);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary ? boundary : throw new BadHttpRequestException("The upload names no boundary.");
    }
}
