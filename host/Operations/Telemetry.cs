using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Operations;

/// <summary>What the host measures and traces is told under one name; nothing of it costs anything while nobody listens.</summary>
static class Telemetry
{
    /// <summary>The meter (by <see cref="System.Diagnostics.Metrics.IMeterFactory"/>) and the activity source.</summary>
    public const string Name = "SmartKampung";

    public const string ModuleTag = "smartkampung.module";

    const string VillageTag = "smartkampung.village";

    static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a part of a trace; null while nobody traces.</summary>
    public static Activity? Begin(string part, string module) => Source.StartActivity(part)?.SetTag(ModuleTag, module);

    /// <summary>Names the module in the request's metrics and trace. Villages are many, so metrics name them on demand only.</summary>
    public static void Tell(HttpContext context, string module)
    {
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.Tags.Add(new(ModuleTag, module));
            if (context.RequestServices.GetRequiredService<TelemetryOptions>().Villages) metrics.Tags.Add(new(VillageTag, PresentVillage.Of(context)?.Code));
        }

        if (Activity.Current is { IsAllDataRequested: true } trace) trace.SetTag(ModuleTag, module).SetTag(VillageTag, PresentVillage.Of(context)?.Code);
    }
}
