using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Takes a received file into a village's library: documents at once, pictures once they are prepared.</summary>
sealed class KeepFile(MediaDocuments documents, MediaTotals totals, InspectFile inspect, Inbox inbox, FileStore files, FileTurns turns, PrepareMedia prepare, TimeProvider clock)
{
    /// <summary>Adds the file as a new item; what is there already stays the one item.</summary>
    public async Task<KeptFile> AddAsync(Guid village, ReceivedFile file, Description description, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync(village, stop);
        var (content, refusal) = await TakeAsync(village, file, stop);
        if (content is null) return new(file.Name, null, refusal);
        var item = content(new MediaItem
        {
            Id = Guid.NewGuid(),
            Name = file.Name,
            IsPicture = false,
            AddedAt = clock.GetUtcNow(),
            Alt = description.Alt ?? "",
            IsDecorative = description.IsDecorative,
            Folder = description.Folder,
        });
        return await StoreAsync(village, item, file, stop);
    }

    /// <summary>Puts the file in the place of an item's present one; what shows the item shows the new file then.</summary>
    public async Task<KeptFile> ReplaceAsync(Guid village, MediaItem present, ReceivedFile file, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync(village, stop);
        var (content, refusal) = await TakeAsync(village, file, stop);
        if (content is null) return new(file.Name, null, refusal);
        if (content(present).IsPicture != present.IsPicture) return new(file.Name, null, MediaRefusal.OtherKind);
        try
        {
            if (await documents.ChangeAsync(village, present.Id, content, stop) is not { } changed) return new(file.Name, null, MediaRefusal.Broken);
            prepare.Look(village);
            return new(file.Name, changed, null);
        }
        catch (DuplicateException)
        {
            return new(file.Name, null, MediaRefusal.SameAsOther);
        }
    }

    async Task<KeptFile> StoreAsync(Guid village, MediaItem item, ReceivedFile file, CancellationToken stop)
    {
        var session = documents.OpenSession(village);
        session.Store(item);
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (DuplicateException)
        {
            if (item.Waiting is { } upload) inbox.Delete(village, upload);
            var hash = file.Hash;
            return new(file.Name, await session.Query<MediaItem>().Where(other => other.Hash == hash).FirstOrDefaultAsync(stop), null, IsThereAlready: true);
        }

        prepare.Look(village);
        return new(file.Name, item, null);
    }

    /// <summary>What the file makes of an item, or why it is not taken.</summary>
    async Task<(Func<MediaItem, MediaItem>? Content, MediaRefusal? Refusal)> TakeAsync(Guid village, ReceivedFile file, CancellationToken stop)
    {
        if (file.Refusal is { } before) return (null, before);
        var kind = await inspect.RunAsync(file.Path, file.Name, stop);
        if (kind.Refusal is { } refusal) return (null, refusal);
        if (!await totals.HasRoomAsync(village, file.Length, stop)) return (null, MediaRefusal.VillageFull);
        var name = MediaName.Of(file.Name, kind.Extension);
        if (kind.IsPicture) return (WithPicture(name, file, inbox.Keep(village, file.Path)), null);
        try
        {
            return (WithDocument(name, file, await SaveAsync(village, file, kind.Extension, stop)), null);
        }
        catch (StorageUnavailableException full) when (DiskRoom.IsCauseOf(full))
        {
            return (null, MediaRefusal.DiskFull);
        }
    }

    async Task<string> SaveAsync(Guid village, ReceivedFile file, string extension, CancellationToken stop)
    {
        await using var content = File.OpenRead(file.Path);
        return await files.For(Partition.OfVillage(village)).SaveAsync(content, extension, stop);
    }

    static Func<MediaItem, MediaItem> WithPicture(string name, ReceivedFile file, string upload) =>
        item => item with { Name = name, IsPicture = true, Waiting = upload, Hash = file.Hash, Failure = null, Length = item.IsReady ? item.Length : file.Length };

    static Func<MediaItem, MediaItem> WithDocument(string name, ReceivedFile file, string stored) =>
        item => item with { Name = name, IsPicture = false, Hash = file.Hash, Length = file.Length, IsReady = true, Files = [stored] };
}

/// <summary>What became of a file.</summary>
/// <param name="Name">The name that it was sent with.</param>
/// <param name="Item">The item that has it now, or null.</param>
/// <param name="Refusal">Why it was not taken, or null.</param>
/// <param name="IsThereAlready">Whether the library had it before.</param>
sealed record KeptFile(string Name, MediaItem? Item, MediaRefusal? Refusal, bool IsThereAlready = false);
