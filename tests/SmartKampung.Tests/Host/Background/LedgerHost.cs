using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Background;

/// <summary>A host with two modules of which one uses the other, on in two villages.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    public const string Village = "/api/villages/35.10.01.2001";
    public const string Neighbour = "/api/villages/35.10.01.2002";
    readonly PluginFolders plugins = new PluginFolders().AddFixture("ledger").AddFixture("desk");

    public TestHost Host { get; private set; } = null!;

    public string Plugins => plugins.FullName;

    public ValueTask InitializeAsync() => InitializeAsync([]);

    public async ValueTask InitializeAsync(params string[] options)
    {
        Host = await TestHost.StartAsync(plugins.FullName, options);
        foreach (var village in (string[])[Village, Neighbour])
            foreach (var module in (string[])["ledger", "desk"])
                (await Host.Administrator.PutAsync($"{village}/modules/{module}", null)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        plugins.Dispose();
    }

    /// <summary>Books an amount through the desk: two modules in one unit of work.</summary>
    public async Task<HttpResponseMessage> FileAsync(int number, string village = Village) =>
        await Host.Administrator.PostAsync($"{village}/desk/papers/{number}", null);

    public async Task<IReadOnlyList<int>> NumbersAsync(string path, string village = Village)
    {
        await CatchUpAsync();
        return (await Host.Administrator.GetFromJsonAsync<List<int>>($"{village}/{path}", TestContext.Current.CancellationToken))!;
    }

    public Task CatchUpAsync() => Host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();

    /// <summary>Lets time go by, and what became due be done.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Host.Clock.AdjustTime(Host.Clock.GetUtcNow() + time);
        Host.Services.GetRequiredService<OutboxDelivery>().QueueDue();
        await Host.Services.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        await CatchUpAsync();
    }
}
