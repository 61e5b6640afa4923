using System.Diagnostics;

namespace SmartKampung.Benchmarks;

/// <summary>From the command to the first page, with the 217 villages there already.</summary>
static class Starting
{
    const int Rounds = 5;

    /// <summary>The first start fills the folder; it is no part of what is measured.</summary>
    public static async Task PrepareAsync(string published, string data) => await StartOnceAsync(published, data);

    public static async Task<Row> MeasureAsync(string published, string data)
    {
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++) seconds.Add((await StartOnceAsync(published, data)).TotalSeconds);
        return new("to the first page of the portal", $"{Table.Median(seconds):0.00} s", "under 2 s");
    }

    static async Task<TimeSpan> StartOnceAsync(string published, string data)
    {
        var started = Stopwatch.GetTimestamp();
        await using var host = await HostProcess.StartAsync(data, published);
        using var client = await host.AnonymousAsync();
        await client.GetStringAsync("/");
        return Stopwatch.GetElapsedTime(started);
    }
}
