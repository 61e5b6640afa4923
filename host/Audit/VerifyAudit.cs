using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>Reads a partition's whole log and tells every entry that is not as it was written.</summary>
sealed class VerifyAudit(AuditDocuments documents, AuditKey key, AuditAnchors anchors)
{
    const int Batch = 500;

    /// <summary>The logs of the installation and of what modules keep at the portal.</summary>
    public async Task<AuditVerification> RunOfRegencyAsync(CancellationToken stop)
    {
        var (own, portal) = (await RunAsync(Partition.Installation, stop), await RunAsync(Partition.Portal, stop));
        return new(own.Entries + portal.Entries, [.. own.Faults, .. portal.Faults]);
    }

    public async Task<AuditVerification> RunAsync(Partition partition, CancellationToken stop)
    {
        var (faults, count, keys) = (new List<AuditFault>(), 0L, new AuditKeys(key.All()));
        AuditEntry? last = null;
        var session = documents.OpenSession(partition);
        while (await NextAsync(session, last?.Number ?? long.MinValue, stop) is { Count: > 0 } batch)
        {
            foreach (var entry in batch)
            {
                faults.AddRange(FaultsOf(entry, last, keys));
                last = entry;
            }

            count += batch.Count;
        }

        if (await anchors.FindAsync(partition, stop) is { } anchor && anchor.Number > (last?.Number ?? 0)) faults.Add(new(anchor.Number, AuditFaultKind.Missing));
        return new(count, faults);
    }

    static Task<IReadOnlyList<AuditEntry>> NextAsync(IDocumentSession session, long after, CancellationToken stop) =>
        session.Query<AuditEntry>().Where(entry => entry.Number > after).OrderBy(entry => entry.Number).Take(Batch).ToListAsync(stop);

    static IEnumerable<AuditFault> FaultsOf(AuditEntry entry, AuditEntry? last, AuditKeys keys)
    {
        if (!keys.Prove(entry)) yield return new(entry.Number, AuditFaultKind.Changed);
        if (entry.Number != (last?.Number ?? 0) + 1) yield return new((last?.Number ?? 0) + 1, AuditFaultKind.Missing);
        else if (entry.Previous != (last?.Seal ?? "")) yield return new(entry.Number, AuditFaultKind.Misplaced);
    }
}

/// <summary>The keys as a log shows them one after the other: once a later one has sealed, an earlier one that somebody got hold of seals nothing more.</summary>
sealed class AuditKeys(IReadOnlyList<Secret> keys)
{
    readonly HashSet<string> over = [];
    string last = "";

    public bool Prove(AuditEntry entry)
    {
        if (over.Contains(entry.Key) || !AuditSeal.IsWhole(entry, keys)) return false;
        if (entry.Key != last) over.Add(last);
        last = entry.Key;
        return true;
    }
}

/// <param name="Entries">How many were read.</param>
/// <param name="Faults">What is wrong; empty where the log is whole.</param>
sealed record AuditVerification(long Entries, IReadOnlyList<AuditFault> Faults);

/// <param name="Number">The entry, or the first of those that are missing.</param>
/// <param name="Kind">What is wrong with it.</param>
sealed record AuditFault(long Number, AuditFaultKind Kind);

enum AuditFaultKind
{
    /// <summary>It does not say what it said when it was sealed, or was sealed with a key that is not there, or not any more.</summary>
    Changed,

    /// <summary>An entry was taken out, or cut off at the end.</summary>
    Missing,

    /// <summary>It does not follow the one before it.</summary>
    Misplaced,
}
