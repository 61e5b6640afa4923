using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Audit;

/// <summary>The changes of a unit of work that one entry tells: those of a village.</summary>
/// <param name="Village">The village; null where they concern the regency.</param>
/// <param name="Changes">What was changed.</param>
sealed record ChangesTogether(Guid? Village, IReadOnlyList<UnsavedChange> Changes)
{
    /// <summary>From so many villages on, those that only came into being are told many at a time, in the log of the regency: nobody reads there yet.</summary>
    const int Many = 100;

    /// <summary>An entry is read and sealed as a whole.</summary>
    const int Most = 500;

    public static IEnumerable<ChangesTogether> Of(IReadOnlyList<UnsavedChange> changes, Func<Document, Guid?> villageOf)
    {
        var villages = changes.GroupBy(change => villageOf(change.Document)).Select(group => new ChangesTogether(group.Key, [.. group])).ToList();
        if (villages.Count <= Many) return villages;
        var added = villages.Where(village => village.IsAdded).SelectMany(village => village.Changes).Chunk(Most);
        return [.. added.Select(some => new ChangesTogether(null, some)), .. villages.Where(village => !village.IsAdded)];
    }

    bool IsAdded => Village is not null && Changes.All(change => change is { Document: { Version: 0 } and VillageRecord, IsDeleted: false });
}
