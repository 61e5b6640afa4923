using System.Threading.Channels;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>
/// Keeps what the portal shows in step with the villages: follows their commits, switches, new names and closings one after
/// another, and rebuilds all at a start after the host ended in mid-work or something could not be followed.
/// </summary>
sealed partial class ReadModels(
    IDocumentStore store, ModuleHost modules, ModuleSwitches switches, ModuleConfigurations configurations, VillageRegistry villages, VillageCache cache, DataFolder data, ILogger<ReadModels> log)
    : BackgroundService
{
    readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    volatile bool isBehind;

    string Marker => Path.Combine(data.Path, "portal.running");

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.OnCommitted(Follow);
        configurations.OnChanged(FollowSwitch);
        villages.OnChanged(FollowVillage);
        modules.OnReplaced(FollowModule);
        if (File.Exists(Marker)) Rebuild();
        File.WriteAllText(Marker, "Gone once the host has stopped in good order.");
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompletedSuccessfully: true } && !isBehind) File.Delete(Marker);
    }

    /// <summary>Waits until everything that was committed before this call shows at the portal.</summary>
    public Task CatchUpAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.Writer.TryWrite(new Work(Guid.Empty, "", null, done)) ? done.Task : Task.CompletedTask;
    }

    /// <summary>Projects every document of every village anew.</summary>
    public void Rebuild()
    {
        foreach (var capsule in modules.Running.Where(capsule => capsule.Registrations.ReadModels.Count > 0))
            foreach (var village in villages.Villages.All)
                queue.Writer.TryWrite(new Work(village.Id, capsule.Id, null));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Work that is queued is done even while the host stops: the queue is completed then, and short.
        await foreach (var work in queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (work.CaughtUp is null) await TryAsync(work);
            else work.CaughtUp.SetResult();
        }
    }

    void Follow(Commit commit)
    {
        if (commit.Partition.Kind == PartitionKind.Village && modules.Find(commit.Owner) is { Registrations.ReadModels.Count: > 0 })
            queue.Writer.TryWrite(new Work(commit.Partition.Id, commit.Owner, commit.Changes));
    }

    void FollowSwitch(Scope scope, string module)
    {
        if (modules.Find(module) is not { Registrations.ReadModels.Count: > 0 }) return;
        foreach (var village in villages.Villages.All.Where(scope.Covers)) queue.Writer.TryWrite(new Work(village.Id, module, null));
    }

    void FollowVillage(VillageEntry before, VillageEntry after)
    {
        if (before.IsClosed == after.IsClosed && before.Slug == after.Slug && before.Name == after.Name && before.District == after.District) return;
        foreach (var capsule in modules.Running.Where(capsule => capsule.Registrations.ReadModels.Count > 0)) queue.Writer.TryWrite(new Work(after.Id, capsule.Id, null));
    }

    /// <summary>A new version may show more, or otherwise.</summary>
    void FollowModule(Capsule capsule)
    {
        if (capsule.Registrations.ReadModels.Count == 0) return;
        foreach (var village in villages.Villages.All.Where(village => switches.IsOn(village, capsule.Id))) queue.Writer.TryWrite(new Work(village.Id, capsule.Id, null));
    }

    /// <summary>What the last requests of an earlier version changed is of that version's types.</summary>
    Capsule? CapsuleOf(Work work) => work.Changes is [var change, ..] ? modules.FindOwner(work.Module, change.Document.GetType()) : modules.Find(work.Module);

    async Task TryAsync(Work work)
    {
        try
        {
            await ApplyAsync(work, CancellationToken.None);
        }
        catch (Exception failure)
        {
            isBehind = true;
            LogFailed(log, failure, work.Module, work.Village);
        }
    }

    async Task ApplyAsync(Work work, CancellationToken stop)
    {
        if (CapsuleOf(work) is not { } capsule || villages.Find(work.Village) is not { } entry) return;
        var village = await cache.GetAsync(entry, stop);
        var isShown = !entry.IsClosed && switches.IsOn(village, work.Module);
        var portal = store.OpenSession(Partition.Portal, capsule.ReadModels);
        var source = store.OpenSession(Partition.OfVillage(village.Id), capsule.Documents);
        foreach (var model in capsule.Registrations.ReadModels)
            foreach (var change in work.Changes ?? await AllOfAsync(model, source, stop))
                if (change.Document.GetType() == model.Source)
                    await model.ApplyAsync(change.Document, isShown && !change.IsDeleted, village, portal, stop);
        await portal.SaveChangesAsync(stop);
    }

    static async Task<IReadOnlyList<DocumentChange>> AllOfAsync(ReadModelRegistration model, IDocumentSession source, CancellationToken stop) =>
        [.. (await model.SourcesAsync(source, stop)).Select(document => new DocumentChange(document, IsDeleted: false))];

    [LoggerMessage(Level = LogLevel.Error, Message = "The portal's view of module {Module} did not follow village {Village}")]
    static partial void LogFailed(ILogger log, Exception failure, string module, Guid village);

    sealed record Work(Guid Village, string Module, IReadOnlyList<DocumentChange>? Changes, TaskCompletionSource? CaughtUp = null);
}
