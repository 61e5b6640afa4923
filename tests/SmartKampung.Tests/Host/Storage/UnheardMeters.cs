using System.Diagnostics.Metrics;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>For stores outside of a host, whose figures nobody listens to but a test that wants to.</summary>
sealed class UnheardMeters : IMeterFactory
{
    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        return new(options);
    }

    public void Dispose() { }
}
