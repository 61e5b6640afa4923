using System.Diagnostics.CodeAnalysis;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages;

/// <summary>
/// All villages of the installation, in memory. Readers take no lock; changes are saved first, one after the other, and seen by the next reader.
/// </summary>
sealed class VillageRegistry(VillageDocuments documents, Outbox outbox, VillageSnapshot snapshot) : IDisposable
{
    readonly SemaphoreSlim writing = new(1);
    readonly VillageEntries entries = new();
    volatile VillageIndex index = VillageIndex.Empty;
    Action<VillageEntry, VillageEntry>? changed;
    Guid lastChange;
    Guid copiedChange;
    Action? registered;
    Action<Guid>? profileSaved;

    /// <summary>All villages as they are now; take it once where several look-ups must agree.</summary>
    public VillageIndex Villages => index;

    /// <inheritdoc cref="VillageIndex.TryResolve" />
    public bool TryResolve(ReadOnlySpan<char> segment, [MaybeNullWhen(false)] out Resolution resolution) => index.TryResolve(segment, out resolution);

    public VillageEntry? Find(Guid id) => index.Find(id);

    public VillageEntry? FindByCode(string code) => index.FindByCode(code);

    public VillageEntry? FindByHostName(string hostName) => index.FindByHostName(hostName);

    /// <inheritdoc cref="VillageIndex.FindSuccessorByHostName" />
    public VillageEntry? FindSuccessorByHostName(string hostName) => index.FindSuccessorByHostName(hostName);

    /// <summary>Reads all villages from the store; called once, before the first request.</summary>
    public async Task LoadAsync(CancellationToken stop = default)
    {
        var session = documents.OpenSession();
        lastChange = (await session.LoadAsync<VillagesChange>(VillagesChange.Key, stop))?.Change ?? Guid.Empty;
        var copy = snapshot.Read(lastChange);
        index = new((copy ?? await session.Query<VillageRecord>().ToListAsync(stop)).Select(entries.Of));
        if (copy is null) Copy();
        else copiedChange = lastChange;
    }

    /// <summary>Adds and changes villages, all or none.</summary>
    /// <param name="change">Gets the villages as they are and returns the records to save; nobody else changes villages meanwhile.</param>
    /// <param name="stop">Cancels the saving.</param>
    /// <returns>The villages that were added or changed.</returns>
    public Task<IReadOnlyList<VillageEntry>> ChangeAsync(Func<VillageIndex, IReadOnlyList<VillageRecord>> change, CancellationToken stop = default) =>
        ChangeAsync(change, documents.OpenSession, stop);

    /// <summary>Adds and changes villages in a unit of work that may save more than villages.</summary>
    /// <param name="change">Gets the villages as they are and returns the records to save; nobody else changes villages meanwhile.</param>
    /// <param name="open">Begins the unit of work, once the change is known and unless it is empty.</param>
    /// <param name="stop">Cancels the saving.</param>
    /// <returns>The villages that were added or changed.</returns>
    public async Task<IReadOnlyList<VillageEntry>> ChangeAsync(
        Func<VillageIndex, IReadOnlyList<VillageRecord>> change, Func<IDocumentSession> open, CancellationToken stop = default)
    {
        await writing.WaitAsync(stop);
        try
        {
            return await SaveAsync(change(index), open, stop);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Saves what a village tells of itself.</summary>
    public Task SaveProfileAsync(Guid village, VillageProfile profile, CancellationToken stop = default) =>
        ChangeProfileAsync(village, (record, _) => record with { Profile = profile }, stop);

    /// <summary>Changes what a village tells of itself, and what hangs on that, all or nothing; nobody else changes it meanwhile.</summary>
    /// <param name="village">The village's id.</param>
    /// <param name="change">Gets what is kept now and a unit of work to save more in; a null leaves everything as it is.</param>
    /// <param name="stop">Cancels the saving.</param>
    /// <returns>Whether anything was saved.</returns>
    public async Task<bool> ChangeProfileAsync(Guid village, Func<ProfileRecord, IDocumentSession, ProfileRecord?> change, CancellationToken stop = default)
    {
        await writing.WaitAsync(stop);
        try
        {
            if (!await StoreProfileAsync(village, change, stop)) return false;
            if (index.Find(village) is { } entry) index = index.With([entry.Renewed()]);
            profileSaved?.Invoke(village);
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Calls the listener with the village as it was and as it is, after it was changed.</summary>
    public void OnChanged(Action<VillageEntry, VillageEntry> listener) => changed += listener;

    /// <summary>Ends once what is saved now can be seen in memory too.</summary>
    public async Task SettledAsync(CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        writing.Release();
    }

    /// <summary>Calls the listener after villages were added or changed, before whoever asked for it is told.</summary>
    public void OnRegistered(Action listener) => registered += listener;

    /// <summary>Calls the listener with the village's id after its profile was saved, before whoever asked for it is told.</summary>
    public void OnProfileSaved(Action<Guid> listener) => profileSaved += listener;

    public void Dispose()
    {
        Copy();
        writing.Dispose();
    }

    async Task<IReadOnlyList<VillageEntry>> SaveAsync(IReadOnlyList<VillageRecord> records, Func<IDocumentSession> open, CancellationToken stop)
    {
        if (records.Count == 0) return [];
        var session = open();
        foreach (var record in records) session.Store(record);
        var change = VillagesChange.After(await session.LoadAsync<VillagesChange>(VillagesChange.Key, stop));
        session.Store(change);
        VillageEntry[] saved = [.. records.Select(record => entries.Of(record with { Version = record.Version + 1 }))];
        var before = index;
        await outbox.SaveAsync(Partition.Installation, session, Behind(before, saved), stop);
        lastChange = change.Change;
        index = before.With(saved);
        Tell(before, saved);
        if (records.Count >= VillageSnapshot.Worthwhile) Copy();
        registered?.Invoke();
        return saved;
    }

    static OutgoingEvent[] Behind(VillageIndex before, VillageEntry[] saved) =>
        [.. saved.Where(entry => ShowsOtherwise(before.Find(entry.Id), entry)).Select(entry => new PortalIsBehind(Scope.Village(entry.Id).ToString(), null).AsEvent())];

    /// <summary>Whether what the portal shows of the village's documents names it otherwise, or not at all.</summary>
    static bool ShowsOtherwise(VillageEntry? before, VillageEntry after) =>
        before is not null && (before.IsClosed != after.IsClosed || before.Slug != after.Slug || before.Name != after.Name || before.District != after.District);

    void Copy()
    {
        if (lastChange == copiedChange || index.All.Length < VillageSnapshot.Worthwhile) return;
        snapshot.Write(lastChange, [.. index.All.Select(entry => entry.Record)]);
        copiedChange = lastChange;
    }

    void Tell(VillageIndex before, VillageEntry[] saved)
    {
        foreach (var entry in saved)
            if (before.Find(entry.Id) is { } old) changed?.Invoke(old, entry);
    }

    async Task<bool> StoreProfileAsync(Guid village, Func<ProfileRecord, IDocumentSession, ProfileRecord?> change, CancellationToken stop)
    {
        var session = documents.OpenSession();
        var record = await session.LoadAsync<ProfileRecord>(village, stop) ?? new ProfileRecord { Id = village };
        if (change(record, session) is not { } changed) return false;
        session.Store(changed);
        await session.SaveChangesAsync(stop);
        return true;
    }
}
