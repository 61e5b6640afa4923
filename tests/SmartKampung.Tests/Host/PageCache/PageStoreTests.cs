using Microsoft.AspNetCore.Http;

namespace SmartKampung.Tests.Host.PageCache;

/// <summary>How much is kept.</summary>
public sealed class PageStoreTests
{
    const int Megabyte = 1024 * 1024;
    const int Variants = 5000;

    [Fact]
    public async Task Thousands_of_values_of_a_declared_name_do_not_outgrow_the_memory_for_pages()
    {
        await using var host = await CachedPageHost.StartAsync(megabytes: 1);
        for (var page = 0; page < Variants; page++)
            Assert.EndsWith($" {page}", await host.GetAsync($"{CachedPageHost.Page}?halaman={page}"), StringComparison.Ordinal);

        Assert.InRange(host.Store.Bytes, Megabyte / 2, Megabyte);
        Assert.Equal(Variants, host.Renders);
    }

    [Fact]
    public async Task An_address_with_names_that_are_not_declared_is_rendered_and_not_kept()
    {
        await using var host = await CachedPageHost.StartAsync();
        var kept = await host.GetAsync();
        for (var value = 0; value < Variants; value++) await host.GetAsync($"{CachedPageHost.Page}?n{value}={value}");
        await host.GetAsync($"{CachedPageHost.Page}?halaman=2&cari=padi");

        Assert.Equal(1, host.Store.Count);
        Assert.Equal(Variants + 2, host.Renders);
        Assert.Equal(kept, await host.GetAsync(CachedPageHost.Page + "?"));
    }

    [Fact]
    public async Task Values_of_declared_names_are_told_apart()
    {
        await using var host = await CachedPageHost.StartAsync();
        foreach (var query in (string[])["", "?halaman=", "?halaman=2", "?halaman=2&halaman=3", "?halaman=2%26halaman%3D1:3"]) await host.GetAsync(CachedPageHost.Page + query);
        Assert.Equal(5, host.Renders);
        Assert.Equal(await host.GetAsync(CachedPageHost.Page + "?halaman=2"), await host.GetAsync(CachedPageHost.Page + "?HALAMAN=%32"));

        await host.GetAsync($"{CachedPageHost.Page}?halaman={new string('0', 200)}2");
        Assert.Equal(5, host.Store.Count);
    }

    [Fact]
    public async Task A_page_that_is_read_stays_while_others_come_and_go()
    {
        await using var host = await CachedPageHost.StartAsync(megabytes: 1);
        var read = await host.GetAsync();
        for (var page = 0; page < 2000; page++)
        {
            await host.GetAsync($"{CachedPageHost.Page}?halaman={page}");
            if (page % 100 == 0) Assert.Equal(read, await host.GetAsync());
        }
    }

    [Fact]
    public async Task A_page_too_large_for_its_share_of_the_memory_is_sent_and_not_kept()
    {
        await using var host = await CachedPageHost.StartAsync(_ => Task.FromResult(Results.Text(new string('a', Megabyte / 8))), megabytes: 1);
        Assert.Equal(Megabyte / 8, (await host.GetAsync()).Length);
        Assert.Equal(0, host.Store.Count);
    }

    [Fact]
    public async Task With_no_memory_for_pages_every_page_is_rendered()
    {
        await using var host = await CachedPageHost.StartAsync(megabytes: 0);
        Assert.NotEqual(await host.GetAsync(), await host.GetAsync());
        Assert.Equal(0, host.Store.Bytes);
    }
}
