using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>Brings into a village's profile what became of a picture that it shows, so that its pages ask nobody for it.</summary>
sealed class FollowPictures(VillageRegistry villages, MediaDocuments documents)
{
    /// <summary>For who has just placed a picture, which may have become ready or gone meanwhile.</summary>
    public async Task RunAsync(Guid village, Guid item, CancellationToken stop)
    {
        var present = await documents.OpenSession(village).LoadAsync<MediaItem>(item, stop);
        await RunAsync(village, item, present is { IsRemoved: false } ? present.Sizes : null, stop);
    }

    /// <param name="village">The village's id.</param>
    /// <param name="item">The picture's.</param>
    /// <param name="sizes">Its widths now, or null where it was removed.</param>
    /// <param name="stop">Cancels the saving.</param>
    public Task RunAsync(Guid village, Guid item, IReadOnlyList<PictureSize>? sizes, CancellationToken stop) =>
        villages.ChangeProfileAsync(village, (record, _) => Changed(record, item, sizes), stop);

    static ProfileRecord? Changed(ProfileRecord record, Guid item, IReadOnlyList<PictureSize>? sizes) =>
        record.Profile.MediaIds().Contains(item) ? record with { Profile = record.Profile.WithPicture(item, sizes) } : null;
}
