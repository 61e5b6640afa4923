using System.Diagnostics;
using System.Diagnostics.Metrics;
using SmartKampung.Host.Operations;

namespace SmartKampung.Host.Papers;

/// <summary>How many papers are made, how long that takes, and what became of them.</summary>
sealed class PaperMetrics
{
    readonly Histogram<double> durations;

    public PaperMetrics(IMeterFactory meters, PaperWorkers workers)
    {
        var meter = meters.Create(Telemetry.Name);
        durations = meter.CreateHistogram<double>("smartkampung.papers.duration", "s", "How long papers took, by what became of them.");
        meter.CreateObservableGauge("smartkampung.papers.workers", () => workers.Count, "{process}", "Processes that make papers.");
    }

    public void Count(string outcome, long began) => durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
}
