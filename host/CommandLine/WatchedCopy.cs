using System.IO.Compression;
using System.Net;

namespace SmartKampung.Host.CommandLine;

/// <summary>A file that is sent, unpacked where it is packed by gzip, telling how far it is.</summary>
sealed class WatchedFile(FileInfo file, Action<double> tell) : HttpContent
{
    bool IsPacked => file.Extension == ".gz";

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var content = file.OpenRead();
        await using Stream sent = IsPacked ? new GZipStream(content, CompressionMode.Decompress) : content;
        await WatchedCopy.RunAsync(sent, stream, IsPacked ? null : content.Length, tell);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return !IsPacked;
    }
}

static class WatchedCopy
{
    public static async Task RunAsync(Stream from, Stream to, long? length, Action<double> tell)
    {
        var buffer = new byte[81_920];
        var done = 0L;
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read));
            done += read;
            if (length > 0) tell((double)done / length.Value);
        }
    }
}
