using System.Globalization;

namespace SmartKampung.Benchmarks;

/// <summary>A mixed load on all villages for <c>MINUTES</c>, and what the host's memory does meanwhile.</summary>
static class Soak
{
    static int Minutes => int.Parse(Environment.GetEnvironmentVariable("MINUTES") ?? "60", CultureInfo.InvariantCulture);

    public static async Task<int> RunAsync(string published)
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(data.FullName, published);
        using var visitor = await host.AnonymousAsync();
        using var administrator = await host.AdministratorAsync();
        var load = await MixedLoad.PrepareAsync(visitor, administrator);
        var curve = await WatchAsync(host, load, Minutes);
        await host.StopAsync();
        curve.Print();
        return load.Failed == 0 ? 0 : 1;
    }

    static async Task<MemoryCurve> WatchAsync(HostProcess host, MixedLoad load, int minutes)
    {
        using var over = new CancellationTokenSource();
        var running = load.RunAsync(over.Token);
        var curve = new MemoryCurve();
        using var clock = new PeriodicTimer(TimeSpan.FromMinutes(1));
        for (var minute = 1; minute <= minutes && await clock.WaitForNextTickAsync(); minute++)
        {
            curve.Add(minute, Villages.ResidentKilobytes(host) / 1024.0);
            Console.WriteLine($"minute {minute,3}: {curve.Last,6:0.0} MB, {load}");
        }

        await over.CancelAsync();
        await running;
        return curve;
    }
}
