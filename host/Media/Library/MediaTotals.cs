using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Media;

/// <summary>How much a village's library holds, and may hold.</summary>
sealed class MediaTotals(MediaDocuments documents, IOptions<MediaOptions> options)
{
    public async Task<MediaRoom> OfAsync(Guid village, CancellationToken stop) =>
        new((await documents.OpenSession(village).Query<MediaItem>().ToListAsync(stop)).Sum(item => item.Length), options.Value.PerVillage);

    public async Task<bool> HasRoomAsync(Guid village, long length, CancellationToken stop) => (await OfAsync(village, stop)).Left >= length;
}

/// <param name="Used">In bytes.</param>
/// <param name="Limit">In bytes.</param>
sealed record MediaRoom(long Used, long Limit)
{
    public long Left => Math.Max(0, Limit - Used);
}
