using System.Diagnostics.Metrics;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Operations;

/// <summary>The host's own figures. Gauges are asked when somebody collects them.</summary>
sealed class HostMetrics
{
    readonly ModuleHost modules;

    public HostMetrics(IMeterFactory meters, IDocumentStore store, DiskWatch disk, ModuleHost modules, VillageRegistry villages, WaitingVillages waiting)
    {
        this.modules = modules;
        var meter = meters.Create(Telemetry.Name);
        var commits = meter.CreateCounter<long>("smartkampung.commits", "{commit}", "Units of work that were saved, by module.");
        store.OnCommitted(commit => commits.Add(1, new KeyValuePair<string, object?>(Telemetry.ModuleTag, commit.Owner)));
        meter.CreateObservableGauge("smartkampung.disk.free", () => disk.State.Free, "By", "What is free on the disk.");
        meter.CreateObservableGauge("smartkampung.disk.used", () => disk.State.Used ?? 0, "By", "What the data folder holds; 0 until it was measured.");
        meter.CreateObservableGauge("smartkampung.disk.short", () => disk.State.IsShort ? 1 : 0, "{disk}", "1 while nothing is saved for want of room.");
        meter.CreateObservableGauge("smartkampung.modules", ModulesByState, "{module}", "Modules by state.");
        meter.CreateObservableGauge("smartkampung.villages", () => villages.Villages.All.Length, "{village}", "Villages of the installation.");
        meter.CreateObservableGauge("smartkampung.villages.damaged", () => Damaged(store), "{village}", "Villages whose data are damaged.");
        meter.CreateObservableGauge("smartkampung.events.waiting", () => waiting.Count, "{village}", "Villages with events that wait to be delivered.");
    }

    static int Damaged(IDocumentStore store) => store.Unusable().Count(partition => partition.Kind == PartitionKind.Village);

    IEnumerable<Measurement<int>> ModulesByState() =>
        from module in modules.Modules
        group module by module.State into state
        select new Measurement<int>(state.Count(), new KeyValuePair<string, object?>("state", state.Key.ToString()));
}
