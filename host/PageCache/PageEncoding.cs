using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace SmartKampung.Host.PageCache;

/// <summary>How pages are compressed: brotli or gzip, whichever comes first here and is accepted, or not at all.</summary>
static class PageEncoding
{
    public const string None = "";
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    const string Any = "*";

    const int BrotliWindow = 18;

    // A page that is kept is sent to many.
    const int QualityToKeep = 5;
    const int QualityToSend = 0;

    public static string Of(HttpRequest request)
    {
        var best = None;
        foreach (var header in request.Headers.AcceptEncoding)
            foreach (var part in new StringTokenizer(header ?? "", [',']))
                best = Better(best, Accepted(part.Trim()));
        return best == Any ? OfAny(request) : best;
    }

    public static byte[] Compress(string encoding, byte[] body) => encoding switch
    {
        Brotli => CompressBrotli(body),
        Gzip => CompressGzip(body),
        _ => body,
    };

    /// <summary>The most that <see cref="TryCompress"/> may write.</summary>
    public static int LongestFor(int length) => BrotliEncoder.GetMaxCompressedLength(length);

    /// <summary>Compresses a page that is sent once by brotli, much quicker than a stream does.</summary>
    public static bool TryCompress(ReadOnlySpan<byte> body, Span<byte> compressed, out int length) =>
        BrotliEncoder.TryCompress(body, compressed, out length, QualityToSend, BrotliWindow);

    static string Better(string best, string next) => best == Brotli || next == None || (next == Any && best != None) ? best : next;

    /// <summary>What <c>*</c> stands for: all that is not named beside it, and brotli would be named there to be refused.</summary>
    static string OfAny(HttpRequest request) => request.Headers.AcceptEncoding.ToString().Contains(Brotli, StringComparison.OrdinalIgnoreCase) ? None : Brotli;

    static string Accepted(StringSegment part)
    {
        var end = part.IndexOf(';');
        var name = end < 0 ? part : part.Subsegment(0, end).TrimEnd();
        if (end >= 0 && IsRefused(part.Subsegment(end + 1))) return None;
        if (name.Equals(Brotli, StringComparison.OrdinalIgnoreCase)) return Brotli;
        if (name == Any) return Any;
        return name.Equals(Gzip, StringComparison.OrdinalIgnoreCase) ? Gzip : None;
    }

    /// <summary>Such as <c>q=0</c> and <c>q=0.000</c>.</summary>
    static bool IsRefused(StringSegment parameters)
    {
        var weight = parameters.Trim();
        return weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight.AsSpan(3).IndexOfAnyInRange('1', '9') < 0;
    }

    static byte[] CompressBrotli(byte[] body)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, compressed, out var length, QualityToKeep, BrotliWindow)
            ? compressed[..length]
            : throw new InvalidOperationException("A page could not be compressed.");
    }

    static byte[] CompressGzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(body);
        return compressed.ToArray();
    }
}
