using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;
using SmartKampung.Tests.Host.Modules;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Background;

/// <summary>Two jobs in each village over kills: as many effects as turns, none lost and none twice. Few run in a district, many in all 217 villages.</summary>
[LongCounts]
public sealed class JobKillTests
{
    const string District = "35.10.24";
    const int InDistrict = 2 * 8;
    const int InRegency = 2 * 217;
    static readonly string? Many = Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_JOBS");

    static int Kills => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_KILLS") ?? "2", CultureInfo.InvariantCulture);

    static int Jobs => int.Parse(Many ?? "8", CultureInfo.InvariantCulture);

    static int AtOnce => Many is null ? InDistrict : InRegency;

    /// <summary>Few are run at the start, at once; of many one round more than would be enough, since the kill cuts the last.</summary>
    static int Rounds => Many is null ? 1 : (Jobs / Kills / AtOnce) + 2;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_turn_of_a_job_has_its_effect_once_when_the_host_is_killed()
    {
        using var plugins = new PluginFolders().AddSpecimen("jobs");
        using var data = new TemporaryFolder();
        var random = new Random(17);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.FullName, plugins: plugins.FullName, options: ["--Jobs:LookSeconds", "1"]);
            using var client = await host.AdministratorAsync();
            if (kill == 0) (await client.PutAsync(Many is null ? $"/api/districts/{District}/modules/specimen" : "/api/regency/modules/specimen", null, Stop)).EnsureSuccessStatusCode();
            await SweepAsync(client, $"{District}.{random.Next(2001, 2009)}", Rounds);
            await host.KillAsync();
        }

        var effects = await ExpectOneEffectForEachTurnAsync(data.Data);
        LongCountsAttribute.Tell($"{Kills} kills: {effects} turns of jobs, each with its effect once");
        Assert.True(effects >= Jobs);
    }

    /// <summary>Ends when a village has swept so often; others have not yet, and are in the midst of it. Who asked without a pause would take the processor from the jobs.</summary>
    static async Task SweepAsync(HttpClient client, string village, int rounds)
    {
        var address = $"/api/villages/{village}/specimen/sweeps";
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var goal = await client.GetFromJsonAsync<int>(address, Stop) + (2 * rounds); await client.GetFromJsonAsync<int>(address, Stop) < goal;) await looks.WaitForNextTickAsync(Stop);
    }

    /// <summary>Reads the data as the kill left it. Each turn that is over made one version of its job's record; one may be marked and not yet over.</summary>
    static async Task<int> ExpectOneEffectForEachTurnAsync(DataFolder data)
    {
        await using var store = new LiteDbDocumentStore(
            data, Options.Create(new StorageOptions()), new(new(data)), new DiskSync(), new DiskRoom(), TimeProvider.System, new(new UnheardMeters()), NullLoggerFactory.Instance);
        var (turns, sweeps) = (new JobTurns(store), store.Register("specimen", new ServiceCollection().AddDocuments<Sweep>().BuildServiceProvider().GetServices<DocumentRegistration>()));
        var all = await turns.AllAsync(Stop);
        Assert.Equal(AtOnce, all.Count);
        Assert.DoesNotContain(all, turn => turn.Reason is not null);
        var effects = 0;
        foreach (var village in all.GroupBy(turn => turn.Village))
        {
            var swept = await store.OpenSession(Partition.OfVillage(village.Key), sweeps).Query<Sweep>().ToListAsync(Stop);
            foreach (var turn in village)
                Assert.Equal(turn.Version - 1 + (await turns.IsMarkedAsync(turn, Stop) ? 1 : 0), swept.Count(sweep => sweep.Job == turn.Job));
            effects += swept.Count;
        }

        return effects;
    }

    public sealed record Sweep : Document
    {
        public required string Job { get; init; }
    }
}
