using System.Net;

namespace SmartKampung.Host.CommandLine;

/// <summary>A file that is sent, telling how far it is.</summary>
sealed class WatchedFile(FileInfo file, Action<double> tell) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var content = file.OpenRead();
        await WatchedCopy.RunAsync(content, stream, content.Length, tell);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return true;
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
