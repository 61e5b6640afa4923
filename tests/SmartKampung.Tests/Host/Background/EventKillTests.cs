using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using SmartKampung.Tests.Host.Modules;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Background;

/// <summary>Units of work and events over kills: no paper without its booking, each booking is followed by one receipt, and no receipt comes without one.</summary>
[LongCounts]
public sealed class EventKillTests
{
    const int Writers = 16;

    static int Kills => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_KILLS") ?? "2", CultureInfo.InvariantCulture);

    static int PerKill => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_EVENTS") ?? "300", CultureInfo.InvariantCulture) / Kills;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_event_is_lost_and_none_has_its_effect_twice_when_the_host_is_killed()
    {
        using var plugins = new PluginFolders().AddFixture("ledger").AddFixture("desk");
        using var data = new TemporaryFolder();
        var acknowledged = new ConcurrentBag<int>();
        var next = 1000;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.FullName, plugins: plugins.FullName);
            using var client = await host.AdministratorAsync();
            if (kill == 0) await SwitchOnAsync(client);
            var enough = new Countdown(PerKill);
            var writing = Enumerable.Range(0, Writers).Select(_ => FileUntilKilledAsync(client, () => Interlocked.Increment(ref next), number =>
            {
                acknowledged.Add(number);
                enough.Count();
            })).ToArray();
            await enough.Reached.WaitAsync(TimeSpan.FromMinutes(5), Stop);
            await host.KillAsync();
            await Task.WhenAll(writing);
        }

        await ExpectAllWholeAsync(data.FullName, plugins.FullName, acknowledged);
    }

    /// <summary>A paper, its booking and its event are one unit of work, and the receipt follows: after the last kill there are as many of each.</summary>
    static async Task ExpectAllWholeAsync(string data, string plugins, ConcurrentBag<int> acknowledged)
    {
        await using var last = await HostProcess.StartAsync(data, plugins: plugins);
        using var asking = await last.AdministratorAsync();
        await Until.IsSoAsync(async () => !(await asking.GetStringAsync($"{LedgerHost.Village}/events", Stop)).Contains("\"id\"", StringComparison.Ordinal));
        var (bookings, receipts) = (await NumbersAsync(asking, "ledger/bookings"), await NumbersAsync(asking, "desk/receipts"));
        Assert.Equal(bookings, await NumbersAsync(asking, "desk/papers"));
        Assert.Equal(bookings, receipts);
        Assert.Empty(acknowledged.Except(bookings));
        Assert.True(acknowledged.Count >= Kills * PerKill);
        await Damage.ExpectNoneAsync(last, data);
        LongCountsAttribute.Tell($"{Kills} kills: {acknowledged.Count} acknowledged papers, {bookings.Count} bookings and as many events with their effects, each once");
    }

    static async Task SwitchOnAsync(HttpClient client)
    {
        foreach (var module in (string[])["ledger", "desk"])
            (await client.PutAsync($"{LedgerHost.Village}/modules/{module}", null, Stop)).EnsureSuccessStatusCode();
    }

    static async Task FileUntilKilledAsync(HttpClient client, Func<int> next, Action<int> acknowledged)
    {
        try
        {
            while (true)
            {
                var number = next();
                using var answer = await client.PostAsync($"{LedgerHost.Village}/desk/papers/{number}", null, Stop);
                answer.EnsureSuccessStatusCode();
                acknowledged(number);
            }
        }
        catch (HttpRequestException)
        {
            // The host was killed.
        }
    }

    sealed class Countdown(int left)
    {
        readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int left = left;

        public Task Reached => reached.Task;

        public void Count()
        {
            if (Interlocked.Decrement(ref left) == 0) reached.SetResult();
        }
    }

    static async Task<List<int>> NumbersAsync(HttpClient client, string path) => (await client.GetFromJsonAsync<List<int>>($"{LedgerHost.Village}/{path}", Stop))!;
}
