using System.Diagnostics.Metrics;
using SmartKampung.Host.Operations;

namespace SmartKampung.Host.Storage;

/// <summary>What the store tells of itself to whoever listens; nothing is counted while nobody does.</summary>
sealed class StorageMetrics(IMeterFactory meters)
{
    public const string Queries = "smartkampung.storage.queries";

    readonly Counter<long> queries = meters.Create(Telemetry.Name).CreateCounter<long>(Queries, description: "Queries and loads that sessions ran.");

    public void CountQuery() => queries.Add(1);
}
