using System.Collections.Concurrent;

namespace SmartKampung.Host.Backups;

/// <summary>What is wrong with backups now, for <c>/health/ready</c> and the consoles.</summary>
sealed class BackupAlarm
{
    readonly ConcurrentDictionary<Guid, string> reasons = new();

    public IReadOnlyCollection<string> Reasons => [.. reasons.Values];

    /// <summary>Whether it concerns the village: its own backups, or the folder of all.</summary>
    public bool ConcernsVillage(Guid village) => reasons.ContainsKey(village) || reasons.ContainsKey(Guid.Empty);

    /// <param name="what">The village or restore that it is about; empty for the folder of the backups.</param>
    /// <param name="reason">Why.</param>
    /// <returns>Whether it is news.</returns>
    public bool Raise(Guid what, string reason)
    {
        var isNews = !reasons.TryGetValue(what, out var known) || known != reason;
        reasons[what] = reason;
        return isNews;
    }

    public void Clear(Guid what) => reasons.TryRemove(what, out _);
}
