using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Host.PageCache;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Home;

public sealed class ShowHomeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_home_of_the_filled_demo_village_takes_at_most_three_queries_and_none_while_its_parts_hold()
    {
        await host.DemoPageAsync("?mula");
        await CatchUpAsync();
        host.Services.GetRequiredService<PageStore>().EvictAll();
        using var queries = new QueryCounter(host.Services.GetRequiredService<IMeterFactory>());
        await host.DemoPageAsync("?lagi");
        Assert.InRange(queries.Count, 1, 3);
        var count = queries.Count;
        await host.DemoPageAsync("?dan-lagi");
        Assert.Equal(count, queries.Count);
    }

    [Fact]
    public async Task A_kept_home_takes_none()
    {
        await host.DemoPageAsync("");
        await CatchUpAsync();
        using var queries = new QueryCounter(host.Services.GetRequiredService<IMeterFactory>());
        await host.DemoPageAsync("");
        Assert.Equal(0, queries.Count);
    }

    /// <summary>The portal follows what the first start wrote, and its queries are none of the page's.</summary>
    Task CatchUpAsync() => host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
}
