namespace SmartKampung.Host.Operations;

/// <summary>The section "Telemetry" of the configuration; without a place to write to, nothing is collected.</summary>
sealed class TelemetryOptions
{
    /// <summary>Writes metrics and traces to standard output.</summary>
    public bool Console { get; set; }

    /// <summary>The collector that gets them by OTLP over HTTP, such as http://127.0.0.1:4318.</summary>
    public Uri? Otlp { get; set; }

    /// <summary>Metrics of requests name the village too: a series for each village, module and status.</summary>
    public bool Villages { get; set; }

    public bool IsOn => Console || Otlp is not null;
}
