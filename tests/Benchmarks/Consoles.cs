using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>What administrators wait for: each page that the menus of the two consoles lead to, asked for by one person after the other.</summary>
static class Consoles
{
    const int Rounds = 40;
    const int RoundsBefore = 40;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string published)
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(data.FullName, published, null, "--demo");
        return
        [
            await MeasureAsync(host, "village", "desa@demo.example", "/tamansari-licin/kelola"),
            await MeasureAsync(host, "regency", "kabupaten@demo.example", "/kelola"),
        ];
    }

    static async Task<Row> MeasureAsync(HostProcess host, string what, string login, string console)
    {
        using var person = await Staff.SignInAsync(host, login);
        var pages = new Regex($"href=\"({console}[a-z/-]*)\"").Matches(await person.GetStringAsync(console)).Select(link => link.Groups[1].Value).Distinct().ToList();
        for (var round = 0; round < RoundsBefore; round++) await AskAsync(person, pages);
        var times = new List<(string Page, double Milliseconds)>();
        for (var round = 0; round < Rounds; round++) times.AddRange(await AskAsync(person, pages));
        var slowest = times.GroupBy(time => time.Page).Select(page => (Page: page.Key, P95: P95(page.Select(time => time.Milliseconds)))).MaxBy(page => page.P95);
        return new($"{what}, {pages.Count} pages", $"p95 {P95(times.Select(time => time.Milliseconds)):0.0} ms", $"under 50 ms; slowest {slowest.Page} {slowest.P95:0.0} ms");
    }

    static async Task<IReadOnlyList<(string Page, double Milliseconds)>> AskAsync(HttpClient person, IReadOnlyList<string> pages)
    {
        var times = new List<(string, double)>();
        foreach (var page in pages)
        {
            var started = Stopwatch.GetTimestamp();
            await person.GetByteArrayAsync(page);
            times.Add((page, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        }

        return times;
    }

    static double P95(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)(sorted.Count * 0.95)];
    }
}
