using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>What was done in a village or at the regency, the last first.</summary>
sealed class AuditLog(AuditDocuments documents, RecordChanges changes)
{
    /// <summary>Adds an entry to the installation's log for what changes no document but has to be known, such as that something was read or taken away.</summary>
    /// <param name="action">Its name, such as "backup.download".</param>
    /// <param name="village">Where it was done; null for the regency.</param>
    /// <param name="stop">Cancels the saving.</param>
    public Task NoteAsync(string action, Guid? village, CancellationToken stop) => Actor.Current is { } actor ? NoteAsync(actor, action, village, stop) : Task.CompletedTask;

    /// <inheritdoc cref="NoteAsync(string, Guid?, CancellationToken)" />
    public Task NoteAsync(Actor actor, string action, Guid? village, CancellationToken stop) => NoteAsync(actor, action, village, [], stop);

    /// <summary>Adds an entry with what was done, where that is told together and not document by document.</summary>
    public async Task NoteAsync(Actor actor, string action, Guid? village, IReadOnlyList<AuditedDocument> told, CancellationToken stop)
    {
        var session = documents.OpenSession(Partition.Installation);
        changes.Append((IUnsavedUnit)session, changes.Entry(actor, action, village, told));
        await session.SaveChangesAsync(stop);
    }

    /// <summary>A page of a village's entries, from its own file and from those of installation and portal.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfVillageAsync(Guid village, AuditFilter filter, int skip, int take, CancellationToken stop)
    {
        IDocumentQuery<AuditEntry>[] logs = [In(Partition.OfVillage(village)), In(Partition.Installation).Where(entry => entry.Village == village), In(Partition.Portal).Where(entry => entry.Village == village)];
        return await TogetherAsync(logs, filter, skip, take, stop);
    }

    /// <summary>A page of what was done at the regency, to villages from there, and to what modules keep at the portal.</summary>
    public Task<IReadOnlyList<AuditEntry>> OfInstallationAsync(AuditFilter filter, int skip, int take, CancellationToken stop) =>
        TogetherAsync([In(Partition.Installation), In(Partition.Portal)], filter, skip, take, stop);

    IDocumentQuery<AuditEntry> In(Partition partition) => documents.OpenSession(partition).Query<AuditEntry>();

    static async Task<IReadOnlyList<AuditEntry>> TogetherAsync(IEnumerable<IDocumentQuery<AuditEntry>> logs, AuditFilter filter, int skip, int take, CancellationToken stop)
    {
        var found = new List<AuditEntry>();
        foreach (var log in logs) found.AddRange(await Filtered(log, filter).Take(skip + take).ToListAsync(stop));
        return [.. found.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Number).Skip(skip).Take(take)];
    }

    static IDocumentQuery<AuditEntry> Filtered(IDocumentQuery<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.From is { } from) entries = entries.Where(entry => entry.At >= from);
        if (filter.Before is { } before) entries = entries.Where(entry => entry.At < before);
        if (filter.Account is { } account) entries = entries.Where(entry => entry.Account == account);
        if (filter.Owner is { Length: > 0 } owner) entries = entries.Where(entry => entry.Owners.Contains(owner));
        return entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Number);
    }
}

/// <summary>Which entries are looked for; what is null is not asked.</summary>
/// <param name="From">Not before.</param>
/// <param name="Before">Before.</param>
/// <param name="Account">By whom.</param>
/// <param name="Owner">About documents of this module, or room of the host.</param>
sealed record AuditFilter(DateTimeOffset? From = null, DateTimeOffset? Before = null, Guid? Account = null, string? Owner = null);
