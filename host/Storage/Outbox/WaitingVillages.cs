using System.Collections.Concurrent;

namespace SmartKampung.Host.Storage;

/// <summary>
/// Keeps the installation's list of villages that may have events waiting: a village is on it before its first event is saved,
/// and leaves it when nothing waits there any more.
/// </summary>
sealed class WaitingVillages(IDocumentStore store)
{
    readonly DocumentSet documents = store.Register("host", [new DocumentRegistration<WaitingVillage>(new DocumentMapping<WaitingVillage>())]);
    readonly ConcurrentDictionary<Guid, Entry> entries = new();

    /// <summary>The villages that the last run of the host left with work.</summary>
    public async Task<IReadOnlyList<Guid>> LoadAsync(CancellationToken stop)
    {
        var found = await OpenSession().Query<WaitingVillage>().ToListAsync(stop);
        foreach (var village in found) entries.TryAdd(village.Id, new() { IsListed = true });
        return [.. found.Select(village => village.Id)];
    }

    /// <summary>Lists the village while <paramref name="save"/> saves events in it.</summary>
    public async Task WhileListedAsync(Guid village, Func<Task> save, CancellationToken stop)
    {
        var entry = entries.GetOrAdd(village, _ => new());
        var isListed = entry.Begin();
        try
        {
            if (!isListed) await ListAsync(village, entry, stop);
            await save();
        }
        finally
        {
            entry.End();
        }
    }

    /// <summary>Takes the village off the list if nothing waits there.</summary>
    public async Task LeaveAsync(Guid village, Func<Task<bool>> isEmpty, CancellationToken stop)
    {
        if (!entries.TryGetValue(village, out var entry)) return;
        await entry.Gate.WaitAsync(stop);
        try
        {
            if (!entry.TryUnlist()) return;
            if (await isEmpty()) await StrikeAsync(village, stop);
            else entry.IsListed = true;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    async Task ListAsync(Guid village, Entry entry, CancellationToken stop)
    {
        await entry.Gate.WaitAsync(stop);
        try
        {
            if (!entry.IsListed) await WriteAsync(village, stop);
            entry.IsListed = true;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    async Task WriteAsync(Guid village, CancellationToken stop)
    {
        var session = OpenSession();
        if (await session.LoadAsync<WaitingVillage>(village, stop) is not null) return;
        session.Store(new WaitingVillage { Id = village });
        await session.SaveChangesAsync(stop);
    }

    async Task StrikeAsync(Guid village, CancellationToken stop)
    {
        var session = OpenSession();
        if (await session.LoadAsync<WaitingVillage>(village, stop) is not { } listed) return;
        session.Delete(listed);
        await session.SaveChangesAsync(stop);
    }

    IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);

    /// <summary>One village: how many are saving events there now, and whether it is on the list.</summary>
    sealed class Entry
    {
        readonly Lock gate = new();
        int saving;

        public SemaphoreSlim Gate { get; } = new(1);

        public bool IsListed
        {
            get { lock (gate) return field; }
            set { lock (gate) field = value; }
        }

        /// <summary>Returns whether the village is on the list; it stays there until <see cref="End"/>.</summary>
        public bool Begin()
        {
            lock (gate)
            {
                saving++;
                return IsListed;
            }
        }

        public void End()
        {
            lock (gate) saving--;
        }

        public bool TryUnlist()
        {
            lock (gate)
            {
                if (saving > 0 || !IsListed) return false;
                IsListed = false;
                return true;
            }
        }
    }
}
