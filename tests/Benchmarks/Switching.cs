using System.Diagnostics;

namespace SmartKampung.Benchmarks;

/// <summary>A module switched off and on shows on the very next request.</summary>
static class Switching
{
    const int Rounds = 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(HostProcess host)
    {
        using var administrator = await host.AdministratorAsync();
        using var reader = await host.AnonymousAsync();
        var off = new List<double>();
        var on = new List<double>();
        var right = 0;
        for (var round = 0; round < Rounds; round++)
        {
            right += await SwitchAsync(administrator, reader, HttpMethod.Delete, off) == 404 ? 1 : 0;
            right += await SwitchAsync(administrator, reader, HttpMethod.Put, on) == 200 ? 1 : 0;
        }

        return
        [
            new("seen by the next request", $"{right} of {2 * Rounds}", "all"),
            new("off, until the page is gone", $"{Table.Median(off):0.0} ms", ""),
            new("on, until the page is there", $"{Table.Median(on):0.0} ms", ""),
        ];
    }

    static async Task<int> SwitchAsync(HttpClient administrator, HttpClient reader, HttpMethod method, List<double> times)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(method, "/api/villages/35.10.24.2008/modules/news");
        using var switched = await administrator.SendAsync(request);
        switched.EnsureSuccessStatusCode();
        using var seen = await reader.GetAsync("/tamansari-licin/berita");
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return (int)seen.StatusCode;
    }
}
