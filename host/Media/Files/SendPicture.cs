using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Takes a picture that a form of another room sent into the village's library.</summary>
sealed class SendPicture(Inbox inbox, InspectFile inspect, DiskRoom room, KeepFile keep, IOptions<MediaOptions> options)
{
    public async Task<KeptFile> RunAsync(Guid village, IFormFile sent, string alt, CancellationToken stop)
    {
        var path = inbox.NewPath(village);
        try
        {
            room.Demand();
            return await KeepAsync(village, await ReceiveAsync(sent, path, stop), alt, stop);
        }
        catch (Exception failure) when (DiskRoom.IsCauseOf(failure))
        {
            return new(sent.FileName, null, MediaRefusal.DiskFull);
        }
        finally
        {
            File.Delete(path);
        }
    }

    async Task<ReceivedFile> ReceiveAsync(IFormFile sent, string path, CancellationToken stop)
    {
        await using var content = sent.OpenReadStream();
        var (length, hash) = await inbox.WriteAsync(content, path, options.Value.LargestPicture, stop);
        if (length is not { } whole) return new(sent.FileName, path, 0, "", MediaRefusal.TooLarge);
        var kind = await inspect.RunAsync(path, sent.FileName, stop);
        return new(sent.FileName, path, whole, hash, kind.IsPicture ? null : kind.Refusal ?? MediaRefusal.NoPicture);
    }

    Task<KeptFile> KeepAsync(Guid village, ReceivedFile file, string alt, CancellationToken stop) =>
        keep.AddAsync(village, file, new Description(alt, IsDecorative: alt.Length == 0, Folder: null), stop);
}
