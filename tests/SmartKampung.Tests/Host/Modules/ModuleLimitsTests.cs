using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
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
        await Until.IsSoAsync(() => Metrics.CountOlderThan(TimeSpan.FromMilliseconds(100)) > 0);

        using var answer = await host.PassTimeAsync(home);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Figures_come_without_those_of_a_module_that_does_not_come_back_and_name_it()
    {
        await StartAsync("indicators wait");
        var figures = host.Administrator.GetAsync($"/api/villages/{TestHost.DemoCode}/indicators");
        await Until.IsSoAsync(() => Metrics.CountOlderThan(TimeSpan.FromMilliseconds(100)) > 0);

        using var answer = await host.PassTimeAsync(figures);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"leftOut\":[\"specimen\"]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_throws_is_told_as_a_failure_of_its_own_page()
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Anonymous.GetAsync($"{Place}/gagal")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Anonymous.GetAsync($"{Place}/asli")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync(Place)).StatusCode);
    }

    [Fact]
    public async Task Work_in_the_background_is_limited_beside_the_requests()
    {
        await StartAsync();
        var capsule = host.Services.GetRequiredService<ModuleHost>().Find("specimen")!;
        var limits = host.Services.GetRequiredService<ModuleLimits>();
        var asked = new TaskCompletionSource();
        var lost = Enumerable.Range(0, 16).Select(_ => limits.RunAsync(capsule, NeverAsync, CancellationToken.None)).ToList();

        await Assert.ThrowsAsync<ModuleBusyException>(() => limits.RunAsync(capsule, _ => Task.CompletedTask, CancellationToken.None));
        Assert.Equal("", await host.Anonymous.GetStringAsync(Place));

        foreach (var work in lost) await Assert.ThrowsAsync<ModuleOverdueException>(() => host.PassTimeAsync(WhenDone(work)));
        await asked.Task;
        Assert.Equal(16, Metrics.LostIn("specimen"));

        Task NeverAsync(CancellationToken stop)
        {
            stop.Register(() => asked.TrySetResult());
            return new TaskCompletionSource().Task;
        }
    }

    [Fact]
    public async Task Refused_and_overdue_calls_are_measured_by_module()
    {
        var seen = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name.StartsWith("smartkampung.module.calls", StringComparison.Ordinal)) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.AddOrUpdate($"{instrument.Name} {tags[0].Value}", value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen[$"{instrument.Name} {tags[0].Value}"] = value);
        listener.Start();
        await StartAsync(id: "measured");
        var held = await HoldAsync("/menunggu");

        using var refused = await host.Anonymous.GetAsync(Place);
        await host.PassTimeAsync(Task.WhenAll(held));
        listener.RecordObservableInstruments();

        Assert.Equal(1, seen["smartkampung.module.calls.refused measured"]);
        Assert.Equal(AtOnce, seen["smartkampung.module.calls.overdue measured"]);
        Assert.Equal(AtOnce, seen["smartkampung.module.calls.lost measured"]);
    }

    static async Task<bool> WhenDone(Task work)
    {
        await work;
        return true;
    }

    async Task StartAsync(string behaviour = "", string id = "specimen")
    {
        host = await TestHost.StartAsync(plugins.AddSpecimen(behaviour, change: manifest => manifest["id"] = id).FullName, $"--Modules:RequestsAtOnce={AtOnce}");
        foreach (var module in (string[])[id, "guestbook"])
            (await host.Administrator.PutAsync($"/api/villages/{TestHost.DemoCode}/modules/{module}", null)).EnsureSuccessStatusCode();
    }

    async Task<Task<HttpResponseMessage>[]> HoldAsync(string path)
    {
        var held = Enumerable.Range(0, AtOnce).Select(_ => host.Anonymous.GetAsync(Place + path)).ToArray();
        await Until.IsSoAsync(() => Metrics.CountOlderThan(TimeSpan.Zero) >= AtOnce);
        return held;
    }
}
