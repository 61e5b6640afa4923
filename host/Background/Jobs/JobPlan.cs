using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Background;

/// <summary>Which jobs run where: those of the running modules in the villages that have them on.</summary>
sealed class JobPlan(ModuleHost modules, ModuleSwitches switches, VillageRegistry villages, JobTurns turns, TimeProvider clock) : IDisposable
{
    readonly SemaphoreSlim updating = new(1);

    /// <summary>Gives each job a turn in each village that has none yet, and takes back turns that a clock that was wrong put off.</summary>
    /// <param name="scope">The villages to look at.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task UpdateAsync(Scope scope, CancellationToken stop)
    {
        if (!modules.Running.Any(capsule => capsule.Jobs.Count > 0)) return;
        await updating.WaitAsync(stop);
        try
        {
            var present = scope.Kind == ScopeKind.Village ? await turns.OfAsync(scope.VillageId, stop) : await turns.AllAsync(stop);
            var known = present.ToDictionary(turn => (turn.Village, turn.Module, turn.Job));
            await turns.StoreAsync(Wanted(scope, (village, capsule, job) => known.GetValueOrDefault((village.Id, capsule.Id, job.Name))), stop);
        }
        finally
        {
            updating.Release();
        }
    }

    public void Dispose() => updating.Dispose();

    /// <summary>The job of a turn, where it is to run now; else why not.</summary>
    public (Capsule Capsule, ModuleJob Job, VillageEntry Village)? Find(JobTurn turn, out bool isGone)
    {
        var village = villages.Find(turn.Village);
        var module = modules.Modules.FirstOrDefault(module => module.Id == turn.Module);
        var job = module?.Capsule?.Jobs.FirstOrDefault(job => job.Name == turn.Job);
        isGone = village is null or { IsClosed: true } or { IsReadOnly: true } || module is null || !switches.IsOn(village, turn.Module) || (module.Capsule is not null && job is null);
        return isGone || job is null ? null : (module!.Capsule!, job, village!);
    }

    IEnumerable<JobTurn> Wanted(Scope scope, Func<VillageEntry, Capsule, ModuleJob, JobTurn?> find)
    {
        var now = clock.GetUtcNow();
        foreach (var capsule in modules.Running.Where(capsule => capsule.Jobs.Count > 0))
            foreach (var village in villages.Villages.All.Where(village => !village.IsClosed && !village.IsReadOnly && scope.Covers(village) && switches.IsOn(village, capsule.Id)))
                foreach (var job in capsule.Jobs)
                {
                    var zone = village.TimeZone;
                    if (find(village, capsule, job) is not { } present)
                        yield return new() { Village = village.Id, Module = capsule.Id, Job = job.Name, DueAt = job.Schedule.After(now, zone) };
                    else if (present.DueAt > job.Schedule.Latest(now, zone))
                        yield return present with { DueAt = job.Schedule.After(now, zone) };
                }
    }
}
