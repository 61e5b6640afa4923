using System.Collections.Frozen;

namespace SmartKampung.Host.Villages;

/// <summary>The outlines that villages drew of themselves, which stand for those of the register; read before the first request, few and short.</summary>
sealed class OwnOutlines(VillageDocuments documents) : IHostedService, IDisposable
{
    readonly SemaphoreSlim writing = new(1);
    Action? changed;

    /// <summary>By village; another object whenever one of them changed.</summary>
    public FrozenDictionary<Guid, Outline> Now { get; private set; } = FrozenDictionary<Guid, Outline>.Empty;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        Now = (await documents.OpenSession().Query<VillageOutline>().ToListAsync(cancellationToken)).ToFrozenDictionary(outline => outline.Id, Read);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Saves a village's outline; without rings, the register's counts again.</summary>
    public async Task SaveAsync(Guid village, IReadOnlyList<OutlineRing> rings, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            var session = documents.OpenSession();
            var present = await session.LoadAsync<VillageOutline>(village, stop);
            if (rings.Count > 0) session.Store((present ?? new VillageOutline { Id = village }) with { Rings = rings });
            else if (present is not null) session.Delete(present);
            await session.SaveChangesAsync(stop);
            await StartAsync(CancellationToken.None);
            changed?.Invoke();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Calls the listener after an outline was saved, once maps are drawn with it.</summary>
    public void OnChanged(Action listener) => changed += listener;

    public void Dispose() => writing.Dispose();

    static Outline Read(VillageOutline outline) => new("", "", [.. outline.Rings.Select(ring => ring.Points)]);
}
