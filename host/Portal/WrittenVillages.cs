using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>The villages that have written something of themselves. Read again only after a village or a profile changed.</summary>
sealed class WrittenVillages(VillageRegistry villages, VillageDocuments documents)
{
    volatile Known? known;

    public async Task<IReadOnlyList<VillageEntry>> ListAsync(CancellationToken stop)
    {
        var index = villages.Villages;
        if (known is { } last && ReferenceEquals(last.Index, index)) return last.Villages;
        var records = await documents.OpenSession().Query<ProfileRecord>().ToListAsync(stop);
        var written = records.Where(record => !record.Profile.IsSilent()).Select(record => index.Find(record.Id));
        known = new(index, [.. written.OfType<VillageEntry>().Where(entry => !entry.IsClosed).OrderBy(entry => entry.Name)]);
        return known.Villages;
    }

    sealed record Known(VillageIndex Index, IReadOnlyList<VillageEntry> Villages);
}

static class ProfileExtensions
{
    /// <summary>Whether the village has said nothing yet, neither of itself nor of its office.</summary>
    public static bool IsSilent(this VillageProfile profile) =>
        profile is { Headline.Indonesian: "", About.Indonesian: "", Address: "", Officials.Count: 0, OpeningHours.Count: 0 };
}
