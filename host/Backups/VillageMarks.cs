using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Tells whether a village changed, without opening its file. A village that was closed since may look changed once though it is not.
/// </summary>
sealed class VillageMarks(IDocumentStore store, VillageCards cards)
{
    /// <summary>The mark of the state that a copy holds, with the card as it is now.</summary>
    public async Task<string> OfAsync(Guid village, IPartitionCopy copy, CancellationToken stop) => Of((await cards.MarksAsync(stop))[village], copy.Mark);

    /// <summary>The marks of many villages, from one look at the installation's data; empty for a village that never had anything.</summary>
    public async Task<Func<Guid, string>> AllAsync(CancellationToken stop)
    {
        var all = await cards.MarksAsync(stop);
        return village => store.MarkOf(Partition.OfVillage(village)) is var mark && (mark.Length > 0 || all[village].Any()) ? Of(all[village], mark) : "";
    }

    static string Of(IEnumerable<string> card, string documents) => VillageCards.HashOf([.. card, documents]);
}
