using System.Diagnostics;
using System.Globalization;

namespace SmartKampung.Benchmarks;

/// <summary>What visitors of one module notice of another that is replaced, or that holds every thread it can get.</summary>
static class Neighbours
{
    const int Swaps = 20;
    const int Visitors = 32;
    const int Held = 64;
    const string Specimen = "/tamansari-licin/contoh";
    const string News = "/tamansari-licin/berita";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string published)
    {
        using var data = new TemporaryFolder();
        using var plugins = new PluginFolders().AddNews().AddSpecimen(version: "v0");
        await using var host = await HostProcess.StartAsync(data.FullName, published, plugins.FullName);
        using var administrator = await host.AdministratorAsync();
        (await administrator.PutAsync("/api/villages/35.10.24.2008/modules/specimen", null)).EnsureSuccessStatusCode();
        await SwapAsync(administrator, plugins, "warm");
        var few = await MedianSwapAsync(administrator, plugins, "");
        var many = await MedianSwapAsync(administrator, plugins, "many routes");
        plugins.Write("", "specimen", "behaviour");
        var (failed, visits) = await UnderVisitorsAsync(host, () => SwapsAsync(administrator, plugins), Specimen);
        return
        [
            new("swap of a module, median", $"{few:0} ms", ""),
            new("200 routes more, mapped and matched", $"{many - few:0} ms", "under 50 ms"),
            new($"{Swaps} swaps under {Visitors} visitors", $"{failed} of {visits} failed", "0"),
            .. await HeldAsync(host),
        ];
    }

    static async Task<IReadOnlyList<Row>> HeldAsync(HostProcess host)
    {
        using var visitor = await host.AnonymousAsync();
        var alone = await P95Async(visitor);
        using var holder = await host.AnonymousAsync();
        var held = Enumerable.Range(0, Held).Select(_ => holder.GetAsync($"{Specimen}/menahan")).ToList();
        while ((await visitor.GetAsync(Specimen)).IsSuccessStatusCode)
        {
        }

        var beside = await P95Async(visitor);
        var row = new Row($"p95 beside {Held} held threads", $"{beside / alone:0.0} times ({beside:0.0} ms)", "at most 3 times");
        holder.CancelPendingRequests();
        await Task.WhenAll(held).ContinueWith(_ => { }, TaskScheduler.Default);
        return [row];
    }

    static async Task<double> P95Async(HttpClient visitor)
    {
        var times = new List<double>();
        for (var visit = 0; visit < 400; visit++)
        {
            var started = Stopwatch.GetTimestamp();
            (await visitor.GetAsync(News)).EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count * 95 / 100);
    }

    static async Task<(int Failed, int All)> UnderVisitorsAsync(HostProcess host, Func<Task> work, string path)
    {
        using var visitor = await host.AnonymousAsync();
        using var over = new CancellationTokenSource();
        var visits = Enumerable.Range(0, Visitors).Select(_ => VisitAsync(visitor, path, over.Token)).ToList();
        await work();
        await over.CancelAsync();
        var counts = await Task.WhenAll(visits);
        return (counts.Sum(count => count.Failed), counts.Sum(count => count.All));
    }

    static async Task<(int Failed, int All)> VisitAsync(HttpClient visitor, string path, CancellationToken over)
    {
        int failed = 0, all = 0;
        for (; !over.IsCancellationRequested; all++)
        {
            using var answer = await visitor.GetAsync(path, CancellationToken.None);
            if (!answer.IsSuccessStatusCode) failed++;
        }

        return (failed, all);
    }

    static async Task SwapsAsync(HttpClient administrator, PluginFolders plugins)
    {
        for (var swap = 0; swap < Swaps; swap++) await SwapAsync(administrator, plugins, "v" + swap.ToString(CultureInfo.InvariantCulture));
    }

    static async Task<double> MedianSwapAsync(HttpClient administrator, PluginFolders plugins, string behaviour)
    {
        plugins.Write(behaviour, "specimen", "behaviour");
        var times = new List<double>();
        for (var swap = 0; swap < 9; swap++)
        {
            var started = Stopwatch.GetTimestamp();
            await SwapAsync(administrator, plugins, $"w{swap}");
            (await administrator.GetAsync(Specimen)).EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Table.Median(times);
    }

    static async Task SwapAsync(HttpClient administrator, PluginFolders plugins, string version)
    {
        plugins.Write(version, "specimen", "version");
        using var answer = await administrator.PostAsync("/api/modules/rescan", null);
        answer.EnsureSuccessStatusCode();
    }
}
