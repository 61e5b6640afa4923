using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Background;

/// <summary>The event handlers of the modules that a village has on.</summary>
sealed class EventReceivers(ModuleHost modules, ModuleSwitches switches, VillageRegistry villages, VillageCache cache, ModuleLimits limits, IServiceProvider host) : IReceivers
{
    public IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened)
    {
        if (partition.Kind != PartitionKind.Village || villages.Find(partition.Id) is not { IsClosed: false } village) return [];
        return modules.Modules.Where(module => MayKnow(module, happened) && switches.IsOn(village, module.Id)).SelectMany(module => Of(module, village, happened));
    }

    /// <summary>An event's type is known to the module that tells of it and to those that require it.</summary>
    static bool MayKnow(Module module, OutgoingEvent happened) =>
        module.Id == happened.Source || module.Manifest?.Requires.ContainsKey(happened.Source) is true;

    IEnumerable<Receiver> Of(Module module, VillageEntry village, OutgoingEvent happened)
    {
        if (module.Capsule is not { } capsule) return [new(module.Id, (_, _) => throw new ModuleException($"Module {module.Id} is not running."))];
        return
            from handler in capsule.Registrations.EventHandlers
            where EventJson.NameOf(handler.Event) == happened.Name
            select new Receiver($"{module.Id}/{handler.Name}", (delivery, stop) => limits.RunAsync(capsule, token => HandleAsync(capsule, handler, village, delivery, token), stop));
    }

    async Task HandleAsync(Capsule capsule, EventHandlerRegistration handler, VillageEntry village, Delivery delivery, CancellationToken stop)
    {
        await using var scope = capsule.Enter(await cache.GetAsync(village, stop), host);
        var happened = capsule.EventJson.Read(delivery.Event.Body, handler.Event);
        await handler.HandleAsync(scope.Services, happened, stop);
        await delivery.FinishAsync(scope.Unit, stop);
    }
}
