using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>Rounds of wrk on the host and on bare Kestrel by turns, so that both meet the same machine.</summary>
static partial class Serving
{
    /// <summary>No page knows this name, so none is kept under it.</summary>
    public const string Uncached = "?uncached";

    /// <summary>Code is compiled at its best only once it has run for a while, and what is measured is a host that serves, not one that starts.</summary>
    const int LeastRoundsBefore = 5;

    const int MostRoundsBefore = 30;

    /// <summary>So many rounds without a faster one, and the host has warmed up.</summary>
    const int RoundsWithoutGain = 3;

    static int Rounds => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_BENCH_ROUNDS") ?? "5", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(HostProcess host)
    {
        using var client = await host.AnonymousAsync();
        var rows = new List<Row>();
        foreach (var (what, path, goal) in await PagesAsync(client)) rows.Add(await MeasureAsync(what, client, path, goal));
        return rows;
    }

    static async Task<IReadOnlyList<(string What, string Path, double Goal)>> PagesAsync(HttpClient client)
    {
        var list = await client.GetStringAsync("/tamansari-licin/berita");
        var article = ArticleLink().Match(list).Groups[1].Value;
        return
        [
            ("village home, kept", "/tamansari-licin", 0.85),
            ("village home, uncached", "/tamansari-licin" + Uncached, 0.08),
            ("article, kept", article, 0.85),
            ("article, uncached", article + Uncached, 0.08),
            ("portal, kept", "/", 0.85),
            ("portal, uncached", "/" + Uncached, 0.08),
        ];
    }

    static async Task<Row> MeasureAsync(string what, HttpClient client, string path, double goal)
    {
        var address = new Uri(client.BaseAddress!, path);
        await using var bare = await BareServer.StartAsync(client, path);
        var (ours, limit) = (new List<double>(), new List<double>());
        await WarmUpAsync(address);
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Wrk.RequestsASecondAsync(address));
            limit.Add(await Wrk.RequestsASecondAsync(bare.Address));
        }

        var ratio = Table.Median(ours.Zip(limit, (one, other) => one / other));
        return new(what, $"{Table.Median(ours):N0} of {Table.Median(limit):N0}", $"ratio {ratio:0.00}, goal {goal:0.00}");
    }

    static async Task WarmUpAsync(Uri address)
    {
        var (best, since) = (0.0, 0);
        for (var round = 0; round < MostRoundsBefore && (round < LeastRoundsBefore || since < RoundsWithoutGain); round++)
        {
            var rate = await Wrk.RequestsASecondAsync(address);
            (best, since) = rate > best * 1.02 ? (rate, 0) : (best, since + 1);
        }
    }

    [GeneratedRegex("href=\"(/tamansari-licin/berita/[a-z0-9-]+)\"")]
    private static partial Regex ArticleLink();
}
