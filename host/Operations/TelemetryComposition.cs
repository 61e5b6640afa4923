using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SmartKampung.Host.Operations;

static class TelemetryComposition
{
    static readonly string[] Meters = [Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Exports metrics and traces to where the configuration says, by default nowhere.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new();
        builder.Services.AddSingleton(options).AddSingleton<HostMetrics>();
        if (!options.IsOn) return builder;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Telemetry.Name, serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => Export(metrics.AddMeter(Meters), options))
            .WithTracing(traces => Export(traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation(), options));
        return builder;
    }

    static void Export(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        if (options.Console) metrics.AddConsoleExporter();
        if (options.Otlp is { } collector) metrics.AddOtlpExporter(otlp => Point(otlp, collector, "v1/metrics"));
    }

    static void Export(TracerProviderBuilder traces, TelemetryOptions options)
    {
        if (options.Console) traces.AddConsoleExporter();
        if (options.Otlp is { } collector) traces.AddOtlpExporter(otlp => Point(otlp, collector, "v1/traces"));
    }

    static void Point(OtlpExporterOptions otlp, Uri collector, string signal) =>
        (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, signal));
}
