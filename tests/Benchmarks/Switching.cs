using System.Diagnostics;

namespace SmartKampung.Benchmarks;

/// <summary>A module switched off and on, and the very next request, which has to show it.</summary>
static class Switching
{
    const int Rounds = 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(HostProcess host)
    {
        using var administrator = await host.AdministratorAsync();
        using var reader = await host.AnonymousAsync();
        var (switching, gone, there) = (new List<double>(), new List<double>(), new List<double>());
        var right = 0;
        for (var round = 0; round < Rounds; round++)
        {
            right += await SwitchAsync(administrator, reader, HttpMethod.Delete, switching, gone) == 404 ? 1 : 0;
            right += await SwitchAsync(administrator, reader, HttpMethod.Put, switching, there) == 200 ? 1 : 0;
        }

        return
        [
            new("seen by the next request", $"{right} of {2 * Rounds}", "all"),
            new("the switch, until it is on disk", $"{Table.Median(switching):0.0} ms", "goal 5 ms"),
            new("the request after, page gone", $"{Table.Median(gone):0.0} ms", "goal 5 ms"),
            new("the request after, page made", $"{Table.Median(there):0.0} ms", "goal 5 ms"),
        ];
    }

    static async Task<int> SwitchAsync(HttpClient administrator, HttpClient reader, HttpMethod method, List<double> switching, List<double> following)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(method, "/api/villages/35.10.24.2008/modules/news");
        using var switched = await administrator.SendAsync(request);
        switched.EnsureSuccessStatusCode();
        switching.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        started = Stopwatch.GetTimestamp();
        using var seen = await reader.GetAsync("/tamansari-licin/berita");
        following.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return (int)seen.StatusCode;
    }
}
