using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SmartKampung.Host.Operations;

namespace SmartKampung.Host.Modules;

/// <summary>The calls into modules that are under way, and what is counted of them; the meter is called SmartKampung.</summary>
sealed class ModuleMetrics
{
    readonly ConcurrentDictionary<ModuleCall, bool> calls = new();
    readonly ConcurrentDictionary<string, int> lostThreads = new();
    readonly Counter<long> refused;
    readonly Counter<long> overdue;

    public ModuleMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        refused = meter.CreateCounter<long>("smartkampung.module.calls.refused", "{call}", "Calls that were not let in, since the module had too many at once.");
        overdue = meter.CreateCounter<long>("smartkampung.module.calls.overdue", "{call}", "Calls that did not come back in their time.");
        meter.CreateObservableGauge("smartkampung.module.calls", () => Count(_ => true), "{call}", "Calls under way.");
        meter.CreateObservableGauge("smartkampung.module.calls.lost", () => Count(call => call.IsLost), "{call}", "Calls under way whose time is over.");
        meter.CreateObservableGauge("smartkampung.module.threads.lost", () => lostThreads.Select(entry => Measure(entry.Key, entry.Value)), "{thread}", "Threads that never came back from a module's start.");
    }

    public void Add(ModuleCall call) => calls.TryAdd(call, true);

    public void Remove(ModuleCall call) => calls.TryRemove(call, out _);

    public void Refuse(string module) => refused.Add(1, Tag(module));

    public void Lose(ModuleCall call)
    {
        call.Lose();
        overdue.Add(1, Tag(call.Module));
    }

    public void LoseThread(string module) => lostThreads.AddOrUpdate(module, 1, (_, count) => count + 1);

    /// <summary>How many calls have been under way for longer than this; such calls may hold a thread each.</summary>
    public int CountOlderThan(TimeSpan age) => calls.Keys.Count(call => call.Age > age);

    /// <summary>How many calls into a module are lost, threads of its start among them.</summary>
    public int LostIn(string module) => calls.Keys.Count(call => call.IsLost && call.Module == module) + lostThreads.GetValueOrDefault(module);

    IEnumerable<Measurement<int>> Count(Func<ModuleCall, bool> which) =>
        calls.Keys.GroupBy(call => call.Module).Select(module => Measure(module.Key, module.Count(which)));

    static Measurement<int> Measure(string module, int count) => new(count, Tag(module));

    static KeyValuePair<string, object?> Tag(string module) => new("module", module);
}
