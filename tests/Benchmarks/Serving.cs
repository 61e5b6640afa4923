using System.Text.RegularExpressions;

namespace SmartKampung.Benchmarks;

/// <summary>Rounds of wrk on the host and on bare Kestrel by turns, so that both meet the same machine.</summary>
static partial class Serving
{
    static int Rounds => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_BENCH_ROUNDS") ?? "5", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(HostProcess host)
    {
        using var client = await host.AnonymousAsync();
        var rows = new List<Row>();
        foreach (var (what, path) in await PagesAsync(client)) rows.Add(await MeasureAsync(what, client, path));
        return rows;
    }

    static async Task<IReadOnlyList<(string What, string Path)>> PagesAsync(HttpClient client)
    {
        var list = await client.GetStringAsync("/tamansari-licin/berita");
        return [("village home", "/tamansari-licin"), ("article", ArticleLink().Match(list).Groups[1].Value), ("portal", "/")];
    }

    static async Task<Row> MeasureAsync(string what, HttpClient client, string path)
    {
        var address = new Uri(client.BaseAddress!, path);
        await using var bare = await BareServer.StartAsync(client, path);
        var (ours, limit) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Wrk.RequestsASecondAsync(address));
            limit.Add(await Wrk.RequestsASecondAsync(bare.Address));
        }

        var ratio = Table.Median(ours.Zip(limit, (one, other) => one / other));
        return new(what, $"{Table.Median(ours):N0} of {Table.Median(limit):N0}", $"ratio {ratio:0.00}");
    }

    [GeneratedRegex("href=\"(/tamansari-licin/berita/[a-z0-9-]+)\"")]
    private static partial Regex ArticleLink();
}
