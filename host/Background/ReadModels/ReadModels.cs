using System.Text.Json;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Background;

/// <summary>
/// Keeps what the portal shows in step with the villages: follows their commits, switches, new names and closings by the outbox, so nothing
/// is missed over a kill. Can rebuild all.
/// </summary>
sealed class ReadModels(IDocumentStore store, ModuleHost modules, ModuleConfigurations configurations, ModuleSwitches switches, VillageRegistry villages, VillageCache cache)
    : IReceivers
{
    CatchingUp underWay = new(Guid.Empty, 0);

    public IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened) => happened.Name switch
    {
        ChangedDocument.EventName => [new("portal", (delivery, stop) => FollowAsync(delivery.Partition.Id, delivery.Event, stop))],
        PortalIsBehind.EventName => [new("portal", (delivery, stop) => CatchUpAsync(delivery.Event, stop))],
        _ => [],
    };

    /// <summary>How much of an event that the portal is behind was caught up with, from 0 to 1.</summary>
    public double PartOf(Guid happened) => underWay is var present && present.Event == happened ? present.Part : 0;

    async Task FollowAsync(Guid village, OutgoingEvent happened, CancellationToken stop)
    {
        if (modules.Modules.FirstOrDefault(module => module.Id == happened.Source) is not { } module || villages.Find(village) is not { } entry) return;
        var capsule = module.Capsule ?? throw new ModuleException($"Module {module.Id} is not running.");
        var changed = JsonSerializer.Deserialize<List<ChangedDocument>>(happened.Body)!;
        await ProjectAsync(capsule, entry, (model, _) => Task.FromResult<IReadOnlyList<Guid>>([.. changed.Where(document => document.Type == model.Source.Name).Select(document => document.Id)]), stop);
    }

    /// <summary>Projects every document of the villages in the scope anew.</summary>
    async Task CatchUpAsync(OutgoingEvent happened, CancellationToken stop)
    {
        var behind = PortalIsBehind.Read(happened);
        await configurations.SettledAsync(stop);
        await villages.SettledAsync(stop);
        var scope = Scope.Parse(behind.Scope);
        var shown = modules.Running.Where(capsule => capsule.Registrations.ReadModels.Count > 0 && (behind.Module is null || behind.Module == capsule.Id));
        var steps = (from capsule in shown from village in villages.Villages.All.Where(scope.Covers) select (capsule, village)).ToList();
        foreach (var (done, (capsule, village)) in steps.Index())
        {
            underWay = new(happened.Id, (double)done / steps.Count);
            await ProjectAsync(capsule, village, (model, source) => model.SourcesAsync(source, stop), stop);
        }
    }

    /// <summary>
    /// Once more where the village was renamed, closed or its module switched meanwhile: whoever caught up with that may have looked before something was put there.
    /// </summary>
    async Task ProjectAsync(Capsule capsule, VillageEntry entry, Func<ReadModelRegistration, IDocumentSession, Task<IReadOnlyList<Guid>>> find, CancellationToken stop)
    {
        if (!store.Exists(Partition.OfVillage(entry.Id))) return;
        for ((VillageEntry Entry, bool IsShown)? projected = null; ;)
        {
            var present = villages.Find(entry.Id) ?? entry;
            var village = await cache.GetAsync(present, stop);
            var isShown = !present.IsClosed && switches.IsOn(village, capsule.Id);
            if (projected == (present, isShown)) return;
            await ProjectAsync(capsule, village, isShown, find, stop);
            projected = (present, isShown);
        }
    }

    async Task ProjectAsync(Capsule capsule, Village village, bool isShown, Func<ReadModelRegistration, IDocumentSession, Task<IReadOnlyList<Guid>>> find, CancellationToken stop)
    {
        var portal = store.OpenSession(Partition.Portal, capsule.PortalDocuments);
        var source = store.OpenSession(Partition.OfVillage(village.Id), capsule.Documents);
        foreach (var model in capsule.Registrations.ReadModels)
            foreach (var id in await find(model, source))
                await model.ProjectAsync(id, source, isShown ? village : null, portal, stop);
        await portal.SaveChangesAsync(stop);
    }

    sealed record CatchingUp(Guid Event, double Part);
}
