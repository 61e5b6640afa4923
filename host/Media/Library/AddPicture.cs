namespace SmartKampung.Host.Media;

/// <summary>Takes a picture that a module brings into a village's library, and waits until it is prepared.</summary>
sealed class AddPicture(SendPicture send, PrepareMedia prepare, MediaDocuments documents)
{
    const int LongestAlt = 250;

    public async Task<(MediaItem? Item, MediaProblem? Problem)> RunAsync(Guid village, Stream content, string name, string alt, CancellationToken stop)
    {
        var kept = await send.KeepAsync(village, content, name, new(Shortened(alt), IsDecorative: false, Folder: null), stop);
        return kept.Item is { } item ? await PreparedAsync(village, item.Id, stop) : (null, ProblemOf(kept.Refusal));
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
