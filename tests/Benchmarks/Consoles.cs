using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>What administrators wait for: each page that the menus of the two consoles lead to, asked for by one person after the other.</summary>
static partial class Consoles
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
        using var person = await SignInAsync(host, login);
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

    /// <summary>As a visitor of the demo does: the account and its password stand on the page, and the second step is passed by a button.</summary>
    static async Task<HttpClient> SignInAsync(HostProcess host, string login)
    {
        var person = new HttpClient { BaseAddress = await host.AddressAsync() };
        await SendAsync(person, "/masuk", "/masuk", new("login", login), new("password", "coba desa licin"));
        await SendAsync(person, "/akun/langkah-kedua", "/akun/langkah-kedua/demo");
        return person;
    }

    static async Task SendAsync(HttpClient person, string page, string action, params KeyValuePair<string, string>[] typed)
    {
        var hidden = Hidden().Matches(await person.GetStringAsync(page)).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)).DistinctBy(field => field.Key);
        using var form = new FormUrlEncodedContent([.. hidden, .. typed]);
        using var answer = await person.PostAsync(action, form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
