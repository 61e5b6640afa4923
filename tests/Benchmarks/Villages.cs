using System.Diagnostics;
using System.Text.Json;

namespace SmartKampung.Benchmarks;

/// <summary>What it costs to have every village visited once.</summary>
static class Villages
{
    public static async Task<IReadOnlyList<Row>> MeasureAsync(HostProcess host)
    {
        using var client = await host.AnonymousAsync();
        var before = Memory(host);
        var slugs = await SlugsAsync(client);
        var started = Stopwatch.GetTimestamp();
        foreach (var slug in slugs) await client.GetByteArrayAsync("/" + slug);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / slugs.Count;
        return
        [
            new("memory before", $"{before} MB", ""),
            new($"memory after {slugs.Count} visits", $"{Memory(host)} MB", "under 200 MB"),
            new("first visit, mean", $"{each:0.0} ms", ""),
        ];
    }

    static async Task<IReadOnlyList<string>> SlugsAsync(HttpClient client)
    {
        var slugs = new List<string>();
        for (int page = 1, last = 1; page <= last; page++)
        {
            using var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/villages?page={page}"));
            last = answer.RootElement.GetProperty("lastPage").GetInt32();
            slugs.AddRange(answer.RootElement.GetProperty("villages").EnumerateArray().Select(village => village.GetProperty("slug").GetString() ?? ""));
        }

        return slugs;
    }

    static long Memory(HostProcess host) => ResidentKilobytes(host) / 1024;

    /// <summary>Resident memory as the kernel counts it.</summary>
    public static long ResidentKilobytes(HostProcess host)
    {
        var line = File.ReadLines($"/proc/{host.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
