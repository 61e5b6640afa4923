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
        var villages = await ListAsync(client);
        var started = Stopwatch.GetTimestamp();
        foreach (var (_, slug) in villages) await client.GetByteArrayAsync("/" + slug);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / villages.Count;
        return
        [
            new("memory before", $"{before} MB", ""),
            new($"memory after {villages.Count} visits", $"{Memory(host)} MB", "under 200 MB"),
            new("first visit, mean", $"{each:0.0} ms", ""),
        ];
    }

    public static async Task<IReadOnlyList<(string Code, string Slug)>> ListAsync(HttpClient client)
    {
        var villages = new List<(string, string)>();
        for (int page = 1, last = 1; page <= last; page++)
        {
            using var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/villages?page={page}"));
            last = answer.RootElement.GetProperty("lastPage").GetInt32();
            villages.AddRange(answer.RootElement.GetProperty("villages").EnumerateArray().Select(village => (Text(village, "code"), Text(village, "slug"))));
        }

        return villages;
    }

    static string Text(JsonElement village, string name) => village.GetProperty(name).GetString() ?? "";

    static long Memory(HostProcess host) => ResidentKilobytes(host) / 1024;

    /// <summary>Resident memory as the kernel counts it.</summary>
    public static long ResidentKilobytes(HostProcess host)
    {
        var line = File.ReadLines($"/proc/{host.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
