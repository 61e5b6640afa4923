using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>A module that takes what it can get, beside one that serves.</summary>
public sealed class ModuleLimitsTests : IAsyncLifetime
{
    const int AtOnce = 4;
    const string Place = $"/{TestHost.DemoSlug}/contoh";
    const string Guestbook = $"/{TestHost.DemoSlug}/bukutamu";

    readonly PluginFolders plugins = new PluginFolders().AddGuestbook();
    TestHost host = null!;

    ModuleMetrics Metrics => host.Services.GetRequiredService<ModuleMetrics>();

    ManualResetEventSlim Release => host.Services.GetRequiredService<ModuleHost>().Find("specimen")!.Services.GetRequiredService<ManualResetEventSlim>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        plugins.Dispose();
    }

    [Fact]
    public async Task Only_so_many_requests_of_a_module_are_let_in_at_once_and_the_others_are_asked_to_come_again()
    {
        await StartAsync();
        var held = await HoldAsync("/menunggu");

        using var refused = await host.Anonymous.GetAsync(Place);
        using var english = await host.Anonymous.GetAsync($"/{TestHost.DemoSlug}/en/contoh");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Layanan ini sedang ramai", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Many people are asking for this right now", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync(Guestbook)).StatusCode);
        await host.PassTimeAsync(Task.WhenAll(held));
    }

    [Fact]
    public async Task Visitors_of_other_modules_are_served_while_one_holds_all_threads_that_it_can_get()
    {
        await StartAsync();
        var held = await HoldAsync("/menahan");

        var answers = new ConcurrentBag<HttpStatusCode>();
        await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, stop) =>
        {
            using var answer = await host.Anonymous.GetAsync(Guestbook, stop);
            answers.Add(answer.StatusCode);
        });

        Assert.Equal(100, answers.Count(status => status == HttpStatusCode.OK));
        Assert.All(held, call => Assert.False(call.IsCompleted));
        Release.Set();
        await Task.WhenAll(held);
    }

    [Theory]
    [InlineData("/menunggu")]
    [InlineData("/menahan")]
    public async Task A_reader_is_answered_when_the_time_is_over_whatever_the_module_does(string path)
    {
        await StartAsync();
        var held = await HoldAsync(path);

        foreach (var answer in await host.PassTimeAsync(Task.WhenAll(held)))
        {
            Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
            Assert.True(answer.Headers.ConnectionClose);
            Assert.Contains("terlalu lama", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(AtOnce, Metrics.LostIn("specimen"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Anonymous.GetAsync(Place)).StatusCode);
        Release.Set();
    }

    [Fact]
    public async Task A_lost_call_that_comes_back_frees_its_place_and_reaches_nobody()
    {
        await StartAsync();
        var held = await HoldAsync("/menulis");
        await host.PassTimeAsync(Task.WhenAll(held));

        Release.Set();
        await host.Services.GetRequiredService<ModuleHost>().Find("specimen")!.Requests.WhenEmptyAsync();

        Assert.Equal(0, Metrics.LostIn("specimen"));
        Assert.Equal("", await host.Anonymous.GetStringAsync(Place));
    }

    [Fact]
    public async Task A_page_goes_without_the_part_of_a_module_that_does_not_come_back()
    {
        await StartAsync("home waits");
        var home = host.Anonymous.GetAsync($"/{TestHost.DemoSlug}");
        while (Metrics.CountOlderThan(TimeSpan.FromMilliseconds(100)) == 0) await Task.Yield();

        using var answer = await host.PassTimeAsync(home);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_module_that_throws_is_told_as_a_failure_of_its_own_page()
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Anonymous.GetAsync($"{Place}/gagal")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Anonymous.GetAsync($"{Place}/asli")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync(Place)).StatusCode);
    }

    async Task StartAsync(string behaviour = "")
    {
        host = await TestHost.StartAsync(plugins.AddSpecimen(behaviour).FullName, $"--Modules:RequestsAtOnce={AtOnce}");
        foreach (var module in (string[])["specimen", "guestbook"])
            (await host.Administrator.PutAsync($"/api/villages/{TestHost.DemoCode}/modules/{module}", null)).EnsureSuccessStatusCode();
    }

    async Task<Task<HttpResponseMessage>[]> HoldAsync(string path)
    {
        var held = Enumerable.Range(0, AtOnce).Select(_ => host.Anonymous.GetAsync(Place + path)).ToArray();
        while (Metrics.CountOlderThan(TimeSpan.Zero) < AtOnce) await Task.Yield();
        return held;
    }
}
