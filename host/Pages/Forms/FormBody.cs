using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace SmartKampung.Host.Pages;

/// <summary>Reads the fields of a form within limits: 1 MB of text, 20 MB with files unless the route says otherwise.</summary>
static class FormBody
{
    const int TextSize = 1024 * 1024;
    const int FilesSize = 20 * 1024 * 1024;
    const int FieldCount = 500;

    static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = FilesSize,
        MultipartBodyLengthLimit = FilesSize,
        ValueCountLimit = FieldCount,
        ValueLengthLimit = TextSize,
    };

    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType) throw new BadHttpRequestException("A form was expected.", StatusCodes.Status415UnsupportedMediaType);
        Limit(context, IsMultipart(request) ? FilesSizeOf(context) : TextSize);
        try
        {
            return await request.ReadFormAsync(LimitsOf(context), context.RequestAborted);
        }
        catch (InvalidDataException tooLarge)
        {
            throw new BadHttpRequestException(tooLarge.Message, StatusCodes.Status413PayloadTooLarge, tooLarge);
        }
        catch (NotSupportedException encoding)
        {
            throw new BadHttpRequestException("A form in an encoding that .NET reads no more, such as UTF-7.", StatusCodes.Status400BadRequest, encoding);
        }
    }

    /// <summary>A route that takes large files says how large, and they wait on the disk.</summary>
    static FormOptions LimitsOf(HttpContext context) => FilesSizeOf(context) is > FilesSize and var larger
        ? new() { BufferBodyLengthLimit = larger, MultipartBodyLengthLimit = larger, ValueCountLimit = FieldCount, ValueLengthLimit = TextSize }
        : Limits;

    static void Limit(HttpContext context, long size)
    {
        if (context.Request.ContentLength > size)
            throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = size;
    }

    static long FilesSizeOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? FilesSize;

    static bool IsMultipart(HttpRequest request) =>
        request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
}
