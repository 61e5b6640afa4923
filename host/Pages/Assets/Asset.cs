using System.IO.Compression;

namespace SmartKampung.Host.Pages;

/// <summary>A file of the theme or a module, compressed once, when it is first asked for.</summary>
sealed class Asset
{
    readonly Lazy<byte[]> brotli;
    readonly Lazy<byte[]> gzip;

    public Asset(string file, byte[] content)
    {
        Content = content;
        ContentType = ContentTypes.Of(file);
        brotli = new Lazy<byte[]>(() => Compress(content, target => new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true)));
        gzip = new Lazy<byte[]>(() => Compress(content, target => new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true)));
    }

    public byte[] Content { get; }

    public string ContentType { get; }

    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal) || ContentType is "image/svg+xml" or "application/manifest+json";

    public byte[] Brotli => brotli.Value;

    public byte[] Gzip => gzip.Value;

    static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        var compressed = new MemoryStream();
        using (var stream = compressor(compressed)) stream.Write(content);
        return compressed.ToArray();
    }
}
