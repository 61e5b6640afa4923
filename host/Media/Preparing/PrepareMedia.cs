using System.Collections.Concurrent;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>
/// Makes pictures of what was uploaded, and clears what was removed: one at a time in a village, two at once in all, so that memory is bounded.
/// What a stopped host left undone is done after the next start.
/// </summary>
sealed partial class PrepareMedia(
    MediaDocuments documents, Inbox inbox, FileStore files, Preparations preparations, FollowPictures follow, NamedFiles named, FileTurns turns, TimeProvider clock, ILogger<PrepareMedia> log) : BackgroundService
{
    const int AtOnce = 2;
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    readonly WorkQueue<Guid> queue = new();
    readonly ReleasedFiles released = new();
    ConcurrentDictionary<Guid, string[]> leftovers = new();

    /// <summary>Ends once nothing waits that waited when this was asked for.</summary>
    public Task Idle => queue.Idle;

    /// <summary>Says that something waits in a village.</summary>
    public void Look(Guid village) => queue.Add(village);

    /// <summary>Drops files that a document let go of, where nothing else names them.</summary>
    public void LetGo(Guid village, IReadOnlyCollection<string> files)
    {
        if (files.Count == 0) return;
        released.Add(village, files);
        Look(village);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        leftovers = new(inbox.Open());
        foreach (var village in leftovers.Keys) Look(village);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => queue.RunAsync(AtOnce, TryRunAsync, stoppingToken);

    async Task TryRunAsync(Guid village, CancellationToken stop)
    {
        try
        {
            await RunAsync(village, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, failure, village);
            _ = LookAgainAsync(village, stop);
        }
    }

    async Task LookAgainAsync(Guid village, CancellationToken stop)
    {
        await Task.Delay(Pause, clock, stop);
        Look(village);
    }

    async Task RunAsync(Guid village, CancellationToken stop)
    {
        var session = documents.OpenSession(village);
        if (leftovers.Remove(village, out var left)) await ClearLeftoversAsync(village, left, stop);
        foreach (var item in await session.Query<MediaItem>().Where(item => item.Waiting != null && !item.IsRemoved).OrderBy(item => item.AddedAt).ToListAsync(stop))
            await PrepareAsync(village, item, item.Waiting!, stop);
        if (await session.Query<MediaItem>().Where(item => item.IsRemoved).ToListAsync(stop) is { Count: > 0 } removed) await ClearAsync(village, removed, stop);
        await released.DropAsync(village, files => DropFilesAsync(village, files, stop));
    }

    async Task PrepareAsync(Guid village, MediaItem item, string upload, CancellationToken stop)
    {
        try
        {
            var pictures = await PictureWriter.WriteAsync(inbox.PathOf(village, upload), files.For(Partition.OfVillage(village)), share => preparations.Tell(item.Id, share), stop);
            // Before, since what stops here is done again at the next start; and after, for who placed it meanwhile.
            await follow.RunAsync(village, item.Id, pictures.Sizes, stop);
            await documents.ChangeAsync(village, item.Id, present => present.Waiting == upload ? With(present, pictures) : null, stop);
            await follow.RunAsync(village, item.Id, stop);
            released.Add(village, [.. item.Files.Except(pictures.Files)]);
        }
        catch (UnreadablePictureException)
        {
            await documents.ChangeAsync(village, item.Id, present => present.Waiting == upload ? Failed(present) : null, stop);
        }
        finally
        {
            preparations.End(item.Id);
        }

        inbox.Delete(village, upload);
    }

    static MediaItem With(MediaItem item, WrittenPictures pictures) =>
        item with { Waiting = null, Failure = null, IsReady = true, Sizes = pictures.Sizes, Files = pictures.Files, Length = pictures.Length };

    static MediaItem Failed(MediaItem item) => item with { Waiting = null, Hash = null, Failure = MediaRefusal.Broken, Length = item.IsReady ? item.Length : 0 };

    async Task ClearAsync(Guid village, IReadOnlyList<MediaItem> removed, CancellationToken stop)
    {
        var session = documents.OpenSession(village);
        foreach (var item in removed)
        {
            if (item.Waiting is { } upload) inbox.Delete(village, upload);
            await follow.RunAsync(village, item.Id, sizes: null, stop);
            session.Delete(item);
        }

        await DropFilesAsync(village, removed.SelectMany(item => item.Files), stop);
        await session.SaveChangesAsync(stop);
    }

    /// <summary>
    /// Two items may hold the same file: the same picture with other notes of the camera in it. So may whoever saved the same content, or named the
    /// library's file, such as the profile through the API.
    /// </summary>
    async Task DropFilesAsync(Guid village, IEnumerable<string> dropped, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync(village, stop);
        var session = documents.OpenSession(village);
        var alone = new List<string>();
        foreach (var file in dropped.Distinct().ToList())
            if (!await session.Query<MediaItem>().Where(item => !item.IsRemoved && item.Files.Contains(file)).AnyAsync(stop)) alone.Add(file);
        foreach (var file in alone.Except(await named.AmongAsync(village, alone, stop))) files.Delete(Partition.OfVillage(village), file);
    }

    /// <summary>Uploads of a host that was stopped before it had noted them.</summary>
    async Task ClearLeftoversAsync(Guid village, string[] names, CancellationToken stop)
    {
        var items = await documents.OpenSession(village).Query<MediaItem>().Where(item => item.Waiting != null).ToListAsync(stop);
        foreach (var name in names.Except(items.Select(item => item.Waiting))) inbox.Delete(village, name!);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Pictures of village {Village} can't be prepared at the moment; they are tried again")]
    static partial void LogFailed(ILogger log, Exception failure, Guid village);
}
