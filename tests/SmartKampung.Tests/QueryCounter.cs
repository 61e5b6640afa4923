using System.Diagnostics.Metrics;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests;

/// <summary>Counts the queries of one host, or the documents that were read for them.</summary>
sealed class QueryCounter : IDisposable
{
    readonly MeterListener listener = new();
    long count;

    public QueryCounter(IMeterFactory host, string what = StorageMetrics.Queries)
    {
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument.Name == what && instrument.Meter.Scope == host) heard.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, added, _, _) => Interlocked.Add(ref count, added));
        listener.Start();
    }

    public long Count => Interlocked.Read(ref count);

    public void Dispose() => listener.Dispose();
}
