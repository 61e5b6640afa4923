using System.Diagnostics.Metrics;

namespace SmartKampung.Benchmarks;

/// <summary>What a page asks of the store, counted in a host of its own within this process.</summary>
static class Queries
{
    public static async Task<Row> MeasureAsync(string published)
    {
        using var data = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(["--data", data.FullName, "--plugins", Path.Combine(published, "plugins"), "--urls", "http://127.0.0.1:0"]);
        builder.Configuration["PageCache:Megabytes"] = "0"; // Not even its parts are there already.
        builder.Logging.ClearProviders();
        await using var app = await SmartKampung.Host.Program.BuildAsync(builder);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await client.GetStringAsync("/tamansari-licin");
        using var queries = new QueryCounter(app.Services.GetRequiredService<IMeterFactory>());
        await client.GetStringAsync("/tamansari-licin" + Serving.Uncached);
        await app.StopAsync();
        return new("for the home of the demo village", $"{queries.Count}", "at most 3");
    }
}
