using System.Diagnostics;
using System.IO.Compression;

namespace SmartKampung.Benchmarks;

/// <summary>All 83,762 villages of the country in one host. <c>SMARTKAMPUNG_BENCH_VILLAGES</c> names another file of villages.</summary>
static class National
{
    const int Rounds = 5;
    const int Searches = 20;

    static readonly string[] Words = ["tamansari", "suka maju", "licin", "6845", "a"];

    static string Villages => Environment.GetEnvironmentVariable("SMARTKAMPUNG_BENCH_VILLAGES") ?? Repository.Path("tests", "Fixtures", "villages-national.csv.gz");

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string published)
    {
        using var data = new TemporaryFolder();
        var few = await MemoryAsync(published, data.FullName);
        var (import, count) = await ImportAsync(published, data.FullName);
        var start = await StartAsync(published, data.FullName);
        var many = await MemoryAsync(published, data.FullName);
        return
        [
            new($"import of {count:N0} villages", $"{import.TotalSeconds:0.0} s", "once"),
            new("start, to the first page", $"{start:0.00} s", "under 3 s"),
            new("memory of a village", $"{(many - few) / (double)count:0.00} KB", "under 3 KB"),
            .. await SearchAsync(published, data.FullName),
        ];
    }

    static async Task<(TimeSpan Took, int Count)> ImportAsync(string published, string data)
    {
        await using var host = await HostProcess.StartAsync(data, published);
        using var administrator = await host.AdministratorAsync();
        administrator.Timeout = Timeout.InfiniteTimeSpan;
        await using var file = File.OpenRead(Villages);
        using var content = new StreamContent(Villages.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        content.Headers.ContentType = new("text/csv");
        var started = Stopwatch.GetTimestamp();
        using var answer = await administrator.PostAsync("/api/villages/import", content);
        var took = Stopwatch.GetElapsedTime(started);
        using var list = System.Text.Json.JsonDocument.Parse(await administrator.GetStringAsync("/api/villages"));
        await host.StopAsync();
        return (took, list.RootElement.GetProperty("total").GetInt32());
    }

    static async Task<double> StartAsync(string published, string data)
    {
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var host = await HostProcess.StartAsync(data, published);
            using var client = await host.AnonymousAsync();
            await client.GetStringAsync("/");
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            await host.StopAsync();
        }

        return Table.Median(seconds);
    }

    /// <summary>Resident kilobytes after the first page.</summary>
    static async Task<long> MemoryAsync(string published, string data)
    {
        await using var host = await HostProcess.StartAsync(data, published);
        using var client = await host.AnonymousAsync();
        await client.GetStringAsync("/");
        var kilobytes = SmartKampung.Benchmarks.Villages.ResidentKilobytes(host);
        await host.StopAsync();
        return kilobytes;
    }

    static async Task<IReadOnlyList<Row>> SearchAsync(string published, string data)
    {
        await using var host = await HostProcess.StartAsync(data, published);
        using var client = await host.AnonymousAsync();
        return
        [
            new("search by the API", $"{await MedianAsync(client, word => "/api/villages?search=" + word):0.0} ms", "under 50 ms"),
            new("search at the portal", $"{await MedianAsync(client, word => "/desa?cari=" + word):0.0} ms", "under 50 ms"),
            new("nearest names of an unknown one", $"{await MedianAsync(client, word => "/" + word + "x"):0.0} ms", "under 50 ms"),
        ];
    }

    static async Task<double> MedianAsync(HttpClient client, Func<string, string> address)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < Searches; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(address(Uri.EscapeDataString(Words[i % Words.Length])));
            await answer.Content.ReadAsByteArrayAsync();
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Table.Median(milliseconds);
    }
}
