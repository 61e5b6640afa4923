using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Takes a picture that a module brings into a village's library, and waits until it is prepared.</summary>
sealed class AddPicture(Inbox inbox, InspectFile inspect, KeepFile keep, PrepareMedia prepare, MediaDocuments documents, DiskRoom room, IOptions<MediaOptions> options)
{
    const int LongestAlt = 250;

    public async Task<(MediaItem? Item, MediaProblem? Problem)> RunAsync(Guid village, Stream content, string name, string alt, CancellationToken stop)
    {
        room.Demand();
        var path = inbox.NewPath(village);
        try
        {
            var (length, hash) = await inbox.WriteAsync(content, path, options.Value.LargestPicture, stop);
            if (length is not { } whole) return (null, MediaProblem.TooLarge);
            if (await inspect.RunAsync(path, name, stop) is { IsPicture: false } kind) return (null, ProblemOf(kind.Refusal));
            var kept = await keep.AddAsync(village, new(name, path, whole, hash), new(Shortened(alt), IsDecorative: false, Folder: null), stop);
            return kept.Item is { } item ? await PreparedAsync(village, item.Id, stop) : (null, ProblemOf(kept.Refusal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    async Task<(MediaItem? Item, MediaProblem? Problem)> PreparedAsync(Guid village, Guid id, CancellationToken stop)
    {
        await prepare.Idle.WaitAsync(stop);
        return await documents.OpenSession(village).LoadAsync<MediaItem>(id, stop) switch
        {
            { IsReady: true, IsPicture: true } item => (item, null),
            { Failure: not null } or null => (null, MediaProblem.NotAPicture),
            _ => throw new StorageUnavailableException("The picture can't be prepared at the moment."),
        };
    }

    static MediaProblem ProblemOf(MediaRefusal? refusal) => refusal switch
    {
        MediaRefusal.TooLarge or MediaRefusal.TooManyPixels => MediaProblem.TooLarge,
        MediaRefusal.VillageFull or MediaRefusal.DiskFull => MediaProblem.NoRoom,
        _ => MediaProblem.NotAPicture,
    };

    static string Shortened(string alt)
    {
        if (alt.Length <= LongestAlt) return alt;
        return alt[..(char.IsHighSurrogate(alt[LongestAlt - 1]) ? LongestAlt - 1 : LongestAlt)];
    }
}
