using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>What the portal shows of the villages.</summary>
public sealed class ReadModelTests : IAsyncLifetime
{
    const string Sarongan = "/api/villages/35.10.01.2001";
    const string Title = "Panggung rakyat Sarongan dibuka";

    TestHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync();
        (await host.Administrator.PutAsync($"{Sarongan}/modules/news", null)).EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task News_of_a_village_shows_at_the_portal_and_is_gone_when_it_is_deleted()
    {
        var address = await WriteAsync();
        Assert.Contains(Title, await PortalAsync(), StringComparison.Ordinal);

        (await host.Administrator.DeleteAsync(address)).EnsureSuccessStatusCode();
        Assert.DoesNotContain(Title, await PortalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_a_village_leaves_the_portal_with_the_module_and_comes_back_with_it()
    {
        await WriteAsync();

        (await host.Administrator.DeleteAsync($"{Sarongan}/modules/news")).EnsureSuccessStatusCode();
        Assert.DoesNotContain(Title, await PortalAsync(), StringComparison.Ordinal);

        (await host.Administrator.PutAsync($"{Sarongan}/modules/news", null)).EnsureSuccessStatusCode();
        Assert.Contains(Title, await PortalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_was_killed_shows_everything_at_the_portal_after_its_next_start()
    {
        using var data = new TemporaryFolder();
        await using (var killed = await HostProcess.StartAsync(data.FullName)) await killed.KillAsync();
        File.Delete(data.Combine("portal.db"));
        File.Delete(data.Combine("portal-log.db"));

        await using var next = await HostProcess.StartAsync(data.FullName);
        using var client = await next.AnonymousAsync();
        var page = "";
        for (var tries = 0; tries < 1000 && !page.Contains("Tanam serempak", StringComparison.Ordinal); tries++)
            page = await client.GetStringAsync("/berita");

        Assert.Contains("Tanam serempak", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_stopped_in_good_order_has_nothing_to_rebuild()
    {
        using var data = new TemporaryFolder();
        await using var process = await HostProcess.StartAsync(data.FullName);
        Assert.True(File.Exists(data.Combine("portal.running")));

        Assert.Equal(0, await process.StopAsync());

        Assert.False(File.Exists(data.Combine("portal.running")));
    }

    async Task<Uri> WriteAsync()
    {
        using var answer = await host.Administrator.PostAsJsonAsync(
            $"{Sarongan}/news/articles", new { title = Title, summary = "Semua boleh datang.", body = "<p>Semua boleh datang.</p>", category = "Budaya", state = "published", publishAt = host.Clock.GetUtcNow() });
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    async Task<string> PortalAsync()
    {
        await host.Services.GetRequiredService<ReadModels>().CatchUpAsync();
        return await host.Anonymous.GetStringAsync("/berita");
    }
}
