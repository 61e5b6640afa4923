using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Empty_data_folder_is_filled_with_the_villages_of_banyuwangi()
    {
        await using var host = await VillageHost.StartAsync();
        var villages = host.Registry.Villages;
        Assert.Equal(217, villages.Open.Length);
        Assert.Equal(28, villages.Open.Count(village => village.Record.Kind == VillageKind.Kelurahan));
        Assert.Equal(25, villages.Districts.Count);
        Assert.Equal("tamansari-licin", villages.FindByCode(VillageHost.Demo)!.Slug);
        foreach (var slug in new[] { "tamansari-tegalsari", "kemiren" }) Assert.True(villages.TryResolve(slug, out _), slug);
        foreach (var shared in new[] { "tamansari", "karangrejo", "watukebo" }) Assert.False(villages.TryResolve(shared, out _), shared);
    }

    [Fact]
    public async Task Demo_village_tells_of_itself()
    {
        await using var host = await VillageHost.StartAsync();
        var village = await host.Services.GetRequiredService<VillageCache>().GetAsync(host.Registry.FindByCode(VillageHost.Demo)!, TestContext.Current.CancellationToken);
        Assert.Equal("Desa di kaki api biru Ijen", village.Profile.Headline.Indonesian);
        Assert.Equal(5, village.Profile.OpeningHours.Count);
        Assert.Equal(new(DayOfWeek.Friday, new(7, 30), new(11, 0)), village.Profile.OpeningHours[^1]);
        Assert.NotNull(host.Services.GetRequiredService<FirstStart>().FreshDemoVillage);
    }

    [Fact]
    public async Task Second_start_finds_everything_as_it_was()
    {
        using var folder = new TemporaryFolder();
        Guid id;
        await using (var first = await VillageHost.StartAsync(folder.FullName)) id = Filled(first);
        await using (var second = await VillageHost.StartAsync(folder.FullName))
        {
            Assert.Equal(217, second.Registry.Villages.All.Length);
            Assert.Equal(id, second.Registry.FindByCode(VillageHost.Demo)!.Id);
            Assert.Null(second.Services.GetRequiredService<FirstStart>().FreshDemoVillage);
        }
    }

    [Fact]
    public async Task Start_after_one_that_was_killed_fills_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        await using (await VillageHost.StartAsync(folder.FullName)) { }
        await using (var second = await VillageHost.StartAsync(folder.FullName))
        {
            Assert.NotNull(second.Services.GetRequiredService<FirstStart>().FreshDemoVillage);
            Filled(second);
        }

        await using var third = await VillageHost.StartAsync(folder.FullName);
        Assert.Null(third.Services.GetRequiredService<FirstStart>().FreshDemoVillage);
    }

    [Fact]
    public async Task Emptied_profile_of_the_demo_village_stays_empty()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await VillageHost.StartAsync(folder.FullName))
            await first.Registry.SaveProfileAsync(Filled(first), new(), TestContext.Current.CancellationToken);
        await using var second = await VillageHost.StartAsync(folder.FullName);
        var village = await second.Services.GetRequiredService<VillageCache>().GetAsync(second.Registry.FindByCode(VillageHost.Demo)!, TestContext.Current.CancellationToken);
        Assert.Equal("", village.Profile.Headline.Indonesian);
    }

    static Guid Filled(VillageHost host)
    {
        host.Services.GetRequiredService<FirstStart>().Finish();
        return host.Registry.FindByCode(VillageHost.Demo)!.Id;
    }

    [Fact]
    public void Outlines_of_all_villages_and_districts_are_there()
    {
        var outlines = new Outlines();
        Assert.Equal(217, outlines.Villages.Count);
        Assert.Equal(25, outlines.Districts.Count);
        Assert.All(outlines.Villages, outline => Assert.True(outline.Rings.Max(ring => ring.Count) >= 4, outline.Name));
    }
}
