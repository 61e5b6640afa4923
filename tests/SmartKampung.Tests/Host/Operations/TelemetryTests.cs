using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SmartKampung.Tests.Host.Operations;

public sealed class TelemetryTests : IDisposable
{
    readonly TemporaryFolder data = new();
    readonly ConcurrentDictionary<string, string> received = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_that_name_the_module_and_only_traces_name_the_village()
    {
        await using var collector = await CollectorAsync();
        await VisitAsync("--Telemetry:Otlp", collector.Urls.Single());

        var metrics = received["/v1/metrics"];
        Assert.All(["smartkampung.commits", "smartkampung.disk.free", "smartkampung.villages", "http.server.request.duration", "smartkampung.module", "news"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.DoesNotContain(TestHost.DemoCode, metrics, StringComparison.Ordinal);
        Assert.All(["save", "smartkampung.module", TestHost.DemoCode], name => Assert.Contains(name, received["/v1/traces"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_console_gets_them_and_on_demand_the_village_too()
    {
        var output = await VisitAsync("--Telemetry:Console", "true", "--Telemetry:Villages", "true");

        Assert.Contains("Metric Name: smartkampung.commits", output, StringComparison.Ordinal);
        Assert.Contains($"smartkampung.village: {TestHost.DemoCode}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_collected_unless_someone_asks()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Null(host.Services.GetService<TracerProvider>());
    }

    /// <summary>What the host said from its start over a page of a module to its end.</summary>
    async Task<string> VisitAsync(params string[] options)
    {
        await using var host = await HostProcess.StartAsync(data.FullName, options: options);
        using var visitor = await host.AnonymousAsync();
        (await visitor.GetAsync(new Uri($"/{TestHost.DemoSlug}/berita", UriKind.Relative), Stop)).EnsureSuccessStatusCode();
        Assert.Equal(0, await host.StopAsync());
        return host.Output;
    }

    async Task<WebApplication> CollectorAsync()
    {
        var app = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]).Build();
        app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, Stop);
            received.AddOrUpdate(request.Path.Value!, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync(Stop);
        return app;
    }
}
