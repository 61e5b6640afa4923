using System.Diagnostics.Metrics;
using SmartKampung.Host.Operations;

namespace SmartKampung.Host.Storage;

/// <summary>What the store tells of itself to whoever listens; nothing is counted while nobody does.</summary>
sealed class StorageMetrics(IMeterFactory meters)
{
    public const string Queries = "smartkampung.storage.queries";
    public const string Documents = "smartkampung.storage.documents";

    readonly Counter<long> queries = meters.Create(Telemetry.Name).CreateCounter<long>(Queries, description: "Queries and loads that sessions ran.");
    readonly Counter<long> documents = meters.Create(Telemetry.Name).CreateCounter<long>(Documents, description: "Stored documents that were read for them.");

    public void CountQuery() => queries.Add(1);

    public void CountDocument() => documents.Add(1);
}
