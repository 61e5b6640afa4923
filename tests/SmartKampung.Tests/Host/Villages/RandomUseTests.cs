using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Villages;

/// <summary>Two villages use everything that modules can register, in any order.</summary>
public sealed class RandomUseTests : IAsyncLifetime
{
    const int Steps = 12;
    readonly PluginFolders plugins = new PluginFolders().AddNews().AddFixture("ledger").AddFixture("desk");
    TestHost host = null!;
    UsedVillage one = null!;
    UsedVillage other = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(plugins.FullName);
        one = new(host, "35.10.24.2007", "kluncing", "durianrahasia", first: 1000);
        other = new(host, "35.10.15.1002", "bakungan", "manggisrahasia", first: 3000);
        await one.SwitchOnAsync();
        await other.SwitchOnAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        plugins.Dispose();
    }

    [RandomRuns(2)]
    public async Task Nothing_of_one_village_is_ever_seen_in_another(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < Steps; step++) await (random.Next(2) == 0 ? one : other).UseAsync(random);
        await PassAsync(TimeSpan.FromHours(random.Next(1, 30)));

        await one.ExpectOwnAsync();
        await other.ExpectOwnAsync();
        await one.ExpectOwnInPortalAsync();
        await other.ExpectOwnInPortalAsync();
        await one.ExpectNothingOfAsync(other);
        await other.ExpectNothingOfAsync(one);
    }

    /// <summary>Lets time go by, so that jobs run, and events be delivered.</summary>
    async Task PassAsync(TimeSpan time)
    {
        var delivery = host.Services.GetRequiredService<OutboxDelivery>();
        await delivery.CatchUpAsync();
        host.Clock.AdjustTime(host.Clock.GetUtcNow() + time);
        delivery.QueueDue();
        await host.Services.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        await delivery.CatchUpAsync();
    }
}
