using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Background;

namespace SmartKampung.Host.Regency;

/// <summary>Keeps roll-outs; what is to run is handed to the runner, at once and after each start.</summary>
sealed class RollOuts(RegencyDocuments documents, TimeProvider clock)
{
    public WorkQueue<Guid> Queue { get; } = new();

    /// <summary>Starts a roll-out; the same id twice is one.</summary>
    public async Task StartAsync(Guid id, string module, bool isOn, IReadOnlyList<Guid> villages, string by, CancellationToken stop)
    {
        var session = documents.OpenSession();
        session.Store(new RollOut { Id = id, Module = module, IsOn = isOn, Villages = villages.Count, State = RollOutState.Running, StartedBy = by, StartedByAccount = Actor.Current?.AccountId, StartedAt = clock.GetUtcNow() });
        foreach (var (number, batch) in villages.Chunk(RollOutBatch.Size).Index())
            session.Store(new RollOutBatch { RollOut = id, Number = number, IsOpen = true, Villages = [.. batch.Select(village => new RollOutVillage(village))] });
        if (await AccountDocuments.TrySaveAsync(session, stop)) Queue.Add(id);
    }

    public Task<RollOut?> FindAsync(Guid id, CancellationToken stop) => documents.OpenSession().LoadAsync<RollOut>(id, stop);

    public async Task<IReadOnlyList<RollOut>> LatestAsync(int count, CancellationToken stop) =>
        await documents.OpenSession().Query<RollOut>().OrderByDescending(rollOut => rollOut.StartedAt).Take(count).ToListAsync(stop);

    public async Task<IReadOnlyList<RollOutVillage>> VillagesOfAsync(Guid id, CancellationToken stop)
    {
        var batches = await documents.OpenSession().Query<RollOutBatch>().Where(batch => batch.RollOut == id).OrderBy(batch => batch.Number).ToListAsync(stop);
        return [.. batches.SelectMany(batch => batch.Villages)];
    }

    public Task<bool> PauseAsync(Guid id, CancellationToken stop) => MoveAsync(id, RollOutState.Paused, from => from is RollOutState.Running, stop);

    public Task<bool> GoOnAsync(Guid id, CancellationToken stop) => MoveAsync(id, RollOutState.Running, from => from is RollOutState.Paused, stop);

    public Task<bool> CancelAsync(Guid id, CancellationToken stop) => MoveAsync(id, RollOutState.Cancelled, from => from is RollOutState.Running or RollOutState.Paused, stop);

    /// <summary>Gives the villages back what each had before; false where it still runs, or did so already.</summary>
    public async Task<bool> ReturnAsync(Guid id, CancellationToken stop)
    {
        var session = documents.OpenSession();
        if (await session.LoadAsync<RollOut>(id, stop) is not { IsReturning: false, State: not RollOutState.Running } rollOut) return false;
        session.Store(rollOut with { State = RollOutState.Running, IsReturning = true, EndedAt = null });
        foreach (var batch in await session.Query<RollOutBatch>().Where(batch => batch.RollOut == id).ToListAsync(stop)) session.Store(batch with { IsOpen = batch.Villages.Any(IsSwitched) });
        if (!await AccountDocuments.TrySaveAsync(session, stop)) return false;
        Queue.Add(id);
        return true;
    }

    /// <summary>Those that a kill left unfinished go on.</summary>
    public async Task ResumeAsync(CancellationToken stop)
    {
        foreach (var rollOut in await documents.OpenSession().Query<RollOut>().Where(rollOut => rollOut.State == RollOutState.Running).ToListAsync(stop)) Queue.Add(rollOut.Id);
    }

    static bool IsSwitched(RollOutVillage village) => village.Result is RollOutResult.Switched;

    async Task<bool> MoveAsync(Guid id, RollOutState to, Func<RollOutState, bool> may, CancellationToken stop)
    {
        while (true)
        {
            var session = documents.OpenSession();
            if (await session.LoadAsync<RollOut>(id, stop) is not { } rollOut || !may(rollOut.State)) return false;
            session.Store(rollOut with { State = to, EndedAt = to is RollOutState.Cancelled ? clock.GetUtcNow() : null });
            if (!await AccountDocuments.TrySaveAsync(session, stop)) continue;
            if (to is RollOutState.Running) Queue.Add(id);
            return true;
        }
    }
}
