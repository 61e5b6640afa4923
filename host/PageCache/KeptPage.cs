using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SmartKampung.Host.PageCache;

/// <summary>A page as it is sent: compressed, with its headers and its tag.</summary>
sealed class KeptPage : KeptEntry
{
    const int TagBytes = 12;

    /// <summary>Browsers keep it too, and ask each time whether it still holds.</summary>
    static readonly StringValues AskAgain = "no-cache";

    static readonly StringValues ByEncoding = "Accept-Encoding";

    /// <summary>What is written anew for each answer, or tells of the body before it was compressed.</summary>
    static readonly string[] NotKept =
        [HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.Vary, HeaderNames.ETag, HeaderNames.CacheControl, HeaderNames.LastModified, HeaderNames.Date];

    readonly KeyValuePair<string, StringValues>[] headers;
    readonly StringValues type;
    readonly StringValues encoding;
    readonly StringValues length;
    readonly StringValues tag;
    readonly byte[] body;

    KeptPage(PageKey key, byte[] body, byte[] sent, IHeaderDictionary headers) : base(key)
    {
        this.body = sent;
        this.headers = [.. headers.Where(header => !NotKept.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
        type = headers.ContentType;
        encoding = key.Encoding.Length == 0 ? default : new(key.Encoding);
        length = sent.Length.ToString(CultureInfo.InvariantCulture);
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, TagBytes))}{(key.Encoding.Length == 0 ? "" : "-" + key.Encoding)}\"";
    }

    public override int Bytes => body.Length + Overhead + KeyBytes;

    /// <param name="render">The render that made it.</param>
    /// <param name="body">The page before it is compressed.</param>
    /// <param name="response">Whose headers are kept.</param>
    public static KeptPage Of(PageRender render, byte[] body, HttpResponse response) =>
        new(render.Key, body, PageEncoding.Compress(render.Key.Encoding, body), response.Headers) { Expires = PageStore.EndOf(render.Began), Tags = [.. render.Tags] };

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        var target = response.Headers;
        foreach (var (name, value) in headers) target[name] = value;
        target.CacheControl = AskAgain;
        target.Vary = ByEncoding;
        target.ETag = tag;
        if (IsKnown(context.Request.Headers.IfNoneMatch)) return WriteUnchanged(response);
        target.ContentType = type;
        target.ContentEncoding = encoding;
        target.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    static Task WriteUnchanged(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.Headers.ContentType = default;
        return Task.CompletedTask;
    }

    /// <summary>Compares weakly, as RFC 9110 says for If-None-Match.</summary>
    bool IsKnown(StringValues known)
    {
        foreach (var tags in known)
            foreach (var one in new StringTokenizer(tags ?? "", [',']))
                if (one.Trim() is var told && (told == "*" || told.Equals(tag.ToString()) || (told.StartsWith("W/", StringComparison.Ordinal) && told.Subsegment(2).Equals(tag.ToString())))) return true;
        return false;
    }
}
