using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Takes a picture that a form of another room sent, or that a module brings, into the village's library.</summary>
sealed class SendPicture(Inbox inbox, InspectFile inspect, DiskRoom room, KeepFile keep, IOptions<MediaOptions> options)
{
    public async Task<KeptFile> RunAsync(Guid village, IFormFile sent, string alt, CancellationToken stop)
    {
        try
        {
            await using var content = sent.OpenReadStream();
            return await KeepAsync(village, content, sent.FileName, new(alt, IsDecorative: alt.Length == 0, Folder: null), stop);
        }
        catch (Exception failure) when (DiskRoom.IsCauseOf(failure))
        {
            return new(sent.FileName, null, MediaRefusal.DiskFull);
        }
    }

    /// <exception cref="StorageUnavailableException">There is no room; nothing was kept.</exception>
    public async Task<KeptFile> KeepAsync(Guid village, Stream content, string name, Description description, CancellationToken stop)
    {
        var path = inbox.NewPath(village);
        try
        {
            room.Demand();
            return await keep.AddAsync(village, await ReceiveAsync(content, name, path, stop), description, stop);
        }
        finally
        {
            File.Delete(path);
        }
    }

    async Task<ReceivedFile> ReceiveAsync(Stream content, string name, string path, CancellationToken stop)
    {
        var (length, hash) = await inbox.WriteAsync(content, path, options.Value.LargestPicture, stop);
        if (length is not { } whole) return new(name, path, 0, "", MediaRefusal.TooLarge);
        var kind = await inspect.RunAsync(path, name, stop);
        return new(name, path, whole, hash, kind.IsPicture ? null : kind.Refusal ?? MediaRefusal.NoPicture);
    }
}
