using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Modules;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>Modules come, change and go while the host serves.</summary>
[LongCounts]
public sealed class SwappingTests : IAsyncLifetime
{
    const string Place = $"/{TestHost.DemoSlug}/contoh";
    const string Api = $"/api/villages/{TestHost.DemoCode}";

    static readonly int Swaps = Count("SMARTKAMPUNG_TEST_SWAPS", 5);
    static readonly int Visitors = Count("SMARTKAMPUNG_TEST_VISITORS", 8);

    readonly PluginFolders plugins = new PluginFolders().AddGuestbook().AddSpecimen(version: "v0");
    TestHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(plugins.FullName);
        (await host.Administrator.PutAsync($"{Api}/modules/specimen", null)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        plugins.Dispose();
    }

    [Fact]
    public async Task Visitors_notice_nothing_of_swaps_but_the_new_version()
    {
        using var over = new CancellationTokenSource();
        var answers = new ConcurrentBag<HttpStatusCode>();
        var visits = Enumerable.Range(0, Visitors).Select(_ => VisitAsync(answers, over.Token)).ToList();

        for (var swap = 1; swap <= Swaps; swap++)
        {
            plugins.Write($"v{swap}", "specimen", "version");
            Assert.Equal("replaced", await RescanAsync("specimen"));
            Assert.Equal($"v{swap}", await host.Anonymous.GetStringAsync(Place));
            Assert.Equal($"v{swap}", await host.Administrator.GetStringAsync("/kelola/specimen"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{Place}/v{swap}"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{Place}/v{swap - 1}"));
        }

        await over.CancelAsync();
        await Task.WhenAll(visits);
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        LongCountsAttribute.Tell($"{Swaps} swaps under {Visitors} visitors: {answers.Count} answers, none failed");
        Assert.True(answers.Count > Visitors * Swaps);
        var remains = await RemainsAsync(host);
        Assert.Equal(Swaps, remains.GetProperty("earlierVersions").GetInt32());
        Assert.InRange(remains.GetProperty("stillLoaded").GetInt32(), 0, Swaps);
    }

    [Fact]
    public async Task A_request_that_is_under_way_ends_in_the_version_where_it_began()
    {
        var before = host.Services.GetRequiredService<ModuleHost>().Find("specimen")!;
        var held = host.Anonymous.GetAsync($"{Place}/menahan");
        await Until.IsSoAsync(() => host.Services.GetRequiredService<ModuleMetrics>().CountOlderThan(TimeSpan.Zero) > 0);

        plugins.Write("v1", "specimen", "version");
        Assert.Equal("replaced", await RescanAsync("specimen"));

        Assert.Equal("v1", await host.Anonymous.GetStringAsync(Place));
        Assert.Contains(before, host.Services.GetRequiredService<Retirement>().Leaving);
        before.Services.GetRequiredService<ManualResetEventSlim>().Set();
        Assert.Equal(HttpStatusCode.OK, (await held).StatusCode);
        await host.Services.GetRequiredService<Retirement>().WhenDoneAsync();
        Assert.Throws<ObjectDisposedException>(() => before.Services.GetRequiredService<ManualResetEventSlim>());
    }

    [Fact]
    public async Task A_version_that_can_not_run_leaves_the_one_before_it_and_says_why()
    {
        plugins.AddSpecimen("services throw", "v1", manifest => manifest["version"] = "0.2.0");

        Assert.Equal("kept", await RescanAsync("specimen"));

        Assert.Equal("v0", await host.Anonymous.GetStringAsync(Place));
        var told = await ModuleAsync();
        Assert.Equal(("running", "0.1.0"), (told.GetProperty("state").GetString(), told.GetProperty("version").GetString()));
        Assert.Contains("No services today.", told.GetProperty("reason").GetString(), StringComparison.Ordinal);

        plugins.Write("", "specimen", "behaviour");
        Assert.Equal("replaced", await RescanAsync("specimen"));
        Assert.Equal(JsonValueKind.Null, (await ModuleAsync()).GetProperty("reason").ValueKind);
    }

    [Fact]
    public async Task A_module_that_never_comes_back_from_its_start_costs_one_thread_and_no_more()
    {
        plugins.AddSpecimen("services never return", "v1");

        var rescan = RescanAsync("specimen");
        while (!rescan.IsCompleted) await host.PassTimeAsync(Task.WhenAny(rescan, StatusAsync(Place)));

        Assert.Equal("kept", await rescan);
        Assert.Contains("did not come back within 30 s; its thread is lost", (await ModuleAsync()).GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await RemainsAsync(host)).GetProperty("lostCalls").GetInt32());
        Assert.Equal("v0", await host.Anonymous.GetStringAsync(Place));
    }

    [Fact]
    public async Task A_module_that_is_removed_is_gone_and_comes_back_as_it_was_with_its_data()
    {
        (await host.Anonymous.PostAsync($"{Api}/specimen/visits", null)).EnsureSuccessStatusCode();
        plugins.Remove("specimen");

        Assert.Equal("removed", await RescanAsync("specimen"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Place));
        Assert.DoesNotContain("/contoh", await host.Anonymous.GetStringAsync($"/{TestHost.DemoSlug}"), StringComparison.Ordinal);

        plugins.AddSpecimen(version: "v2");
        Assert.Equal("added", await RescanAsync("specimen"));
        Assert.Equal("v2", await host.Anonymous.GetStringAsync(Place));
        Assert.Equal("1", await host.Anonymous.GetStringAsync($"{Api}/specimen/visits"));
    }

    [Fact]
    public async Task A_new_module_can_be_switched_on_without_a_restart_and_what_has_not_changed_is_left_alone()
    {
        plugins.AddOneOfMany("baru");

        var changes = await ChangesAsync();
        Assert.Equal(["added", "unchanged", "unchanged"], changes.Select(change => change.Change));

        (await host.Administrator.PutAsync($"{Api}/modules/baru", null)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/{TestHost.DemoSlug}/baru"));
    }

    [Fact]
    public async Task What_needs_a_module_is_replaced_with_it()
    {
        plugins.AddOneOfMany("needy", change: manifest => manifest["requires"] = new System.Text.Json.Nodes.JsonObject { ["specimen"] = "[0.1,)" });
        await ChangesAsync();

        plugins.Write("v1", "specimen", "version");

        Assert.Equal("replaced", await RescanAsync("needy"));
    }

    [Fact]
    public async Task Settings_templates_and_the_description_of_the_API_follow()
    {
        (await host.Administrator.PutAsJsonAsync($"{Api}/settings/specimen", new { greeting = "Sugeng rawuh" })).EnsureSuccessStatusCode();
        plugins.Write("v1", "specimen", "version").Write("<h2>{{ greeting }}, {{ version }}!</h2>{{ title (t \"title\") }}", "specimen", "templates", "shown.html");

        await ChangesAsync();

        Assert.Contains("<h2>Sugeng rawuh, v1!</h2>", await host.Anonymous.GetStringAsync($"{Place}/tampil"), StringComparison.Ordinal);
        var paths = (await host.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        Assert.True(paths.TryGetProperty("/api/villages/{code}/specimen/v1", out _));
        Assert.False(paths.TryGetProperty("/api/villages/{code}/specimen/v0", out _));
    }

    [Fact]
    public async Task While_developing_the_folder_is_read_again_by_itself()
    {
        await using var developing = await TestHost.StartAsync(plugins.FullName, "--environment=Development", "--Modules:StartSeconds=600");
        (await developing.Administrator.PutAsync($"{Api}/modules/specimen", null)).EnsureSuccessStatusCode();
        plugins.Write("v1", "specimen", "version");

        // Small steps, since the time that a module may take to start runs by the same clock.
        await Until.IsSoAsync(async () =>
        {
            developing.Clock.Advance(TimeSpan.FromMilliseconds(2));
            return await developing.Anonymous.GetStringAsync(Place) == "v1";
        });
    }

    [Fact]
    public async Task Two_rescans_at_once_come_one_after_another()
    {
        plugins.Write("v1", "specimen", "version");

        var both = await Task.WhenAll(RescanAsync("specimen"), RescanAsync("specimen"));

        Assert.Equal(["replaced", "unchanged"], both.Order());
    }

    [Fact]
    public async Task Only_the_administrator_key_rescans()
    {
        using var answer = await host.Anonymous.PostAsync("/api/modules/rescan", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static int Count(string variable, int small) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } full ? int.Parse(full, CultureInfo.InvariantCulture) : small;

    async Task VisitAsync(ConcurrentBag<HttpStatusCode> answers, CancellationToken over)
    {
        string[] pages = [Place, $"{Place}/tampil", $"/{TestHost.DemoSlug}", $"{Api}/specimen/visits"];
        for (var visit = 0; !over.IsCancellationRequested; visit++) answers.Add(await StatusAsync(pages[visit % pages.Length]));
    }

    async Task<string> RescanAsync(string module) => (await ChangesAsync()).Single(change => change.Module == module).Change;

    async Task<ModuleChange[]> ChangesAsync()
    {
        using var answer = await host.Administrator.PostAsync("/api/modules/rescan", null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ModuleChange[]>())!;
    }

    async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await host.Anonymous.GetAsync(path);
        return answer.StatusCode;
    }

    async Task<JsonElement> ModuleAsync() =>
        (await host.Administrator.GetFromJsonAsync<JsonElement>("/api/modules")).EnumerateArray().Single(module => module.GetProperty("id").GetString() == "specimen");

    async Task<JsonElement> RemainsAsync(TestHost host)
    {
        await host.Services.GetRequiredService<Retirement>().WhenDoneAsync();
        return (await ModuleAsync()).GetProperty("remains");
    }
}
