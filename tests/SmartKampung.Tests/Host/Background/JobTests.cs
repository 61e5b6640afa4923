using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Modules;

namespace SmartKampung.Tests.Host.Background;

public sealed class JobTests : IAsyncLifetime
{
    readonly LedgerHost ledger = new();

    public ValueTask InitializeAsync() => ledger.InitializeAsync();

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_job_runs_at_six_in_the_village_and_once_for_turns_that_were_missed()
    {
        await WaitForPlanAsync();
        Assert.Equal("2026-11-24T06:00:00+07:00", (string)(await JobAsync("CloseBooks"))["nextAt"]!);

        await ledger.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(1, await ClosingsAsync());
        Assert.Equal("2026-11-27T06:00:00+07:00", (string)(await JobAsync("CloseBooks"))["nextAt"]!);
    }

    [Fact]
    public async Task Effects_of_a_turn_are_there_once_though_the_note_that_it_is_done_was_lost()
    {
        await WaitForPlanAsync();
        var turns = ledger.Host.Services.GetRequiredService<JobTurns>();
        ledger.Host.Clock.AdjustTime(ledger.Host.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        var before = (await turns.AllAsync(Stop)).Where(turn => turn.Job == "CloseBooks").ToList();
        await ledger.PassAsync(TimeSpan.Zero);
        Assert.Equal(1, await ClosingsAsync());

        foreach (var turn in await turns.AllAsync(Stop))
            if (before.Find(old => old.Id == turn.Id) is { } old) await turns.StoreAsync([turn with { Turn = old.Turn, DueAt = old.DueAt }], Stop);
        await ledger.PassAsync(TimeSpan.Zero);

        Assert.Equal(1, await ClosingsAsync());
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_and_then_waits_for_its_next_turn()
    {
        await WaitForPlanAsync();
        await ledger.FileAsync(13);
        await ledger.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal((1, "Thirteen."), await AttemptsAsync());

        for (var turn = 0; turn < 4; turn++) await ledger.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal((0, "Thirteen."), await AttemptsAsync());
        Assert.NotNull((await JobAsync("Stumble"))["lastRun"]);
    }

    [Fact]
    public async Task A_job_of_a_module_that_is_off_does_not_run_and_comes_back_with_it()
    {
        await WaitForPlanAsync();
        foreach (var module in (string[])["desk", "ledger"])
            (await ledger.Host.Administrator.DeleteAsync($"{LedgerHost.Village}/modules/{module}")).EnsureSuccessStatusCode();
        await ledger.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(await JobsAsync());

        (await ledger.Host.Administrator.PutAsync($"{LedgerHost.Village}/modules/ledger", null)).EnsureSuccessStatusCode();
        await WaitForPlanAsync();

        Assert.Equal(0, await ClosingsAsync());
        Assert.Equal(2, (await JobsAsync()).Count);
    }

    [Fact]
    public async Task A_clock_that_was_years_ahead_puts_no_job_off()
    {
        await WaitForPlanAsync();
        await ledger.PassAsync(TimeSpan.FromDays(2000));
        ledger.Host.Clock.AdjustTime(ledger.Host.Clock.Start);

        await ledger.Host.Services.GetRequiredService<JobPlan>().UpdateAsync(SmartKampung.Host.Settings.Scope.Regency, Stop);

        Assert.Equal("2026-11-24T06:00:00+07:00", (string)(await JobAsync("CloseBooks"))["nextAt"]!);
    }

    [Fact]
    public async Task Turns_of_a_module_that_does_not_run_wait_behind_those_that_can()
    {
        using var plugins = new PluginFolders().AddSpecimen("services throw");
        await using var host = await TestHost.StartAsync(plugins.FullName);
        (await host.Administrator.PutAsync($"{LedgerHost.Village}/modules/specimen", null)).EnsureSuccessStatusCode();
        var (turns, now) = (host.Services.GetRequiredService<JobTurns>(), host.Clock.GetUtcNow());
        var village = host.Services.GetRequiredService<VillageRegistry>().FindByCode("35.10.01.2001")!.Id;
        await turns.StoreAsync([new JobTurn { Village = village, Module = "specimen", Job = "Any", DueAt = now }], Stop);

        await host.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop);

        var waiting = Assert.Single(await turns.AllAsync(Stop));
        Assert.True(waiting.DueAt > now);
        Assert.Equal("Module specimen is not running.", waiting.Reason);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Switching tells the plan after it has answered; this waits for its turn behind it.</summary>
    Task WaitForPlanAsync() => ledger.Host.Services.GetRequiredService<JobPlan>().UpdateAsync(SmartKampung.Host.Settings.Scope.Regency, Stop);

    Task<int> ClosingsAsync() => ledger.Host.Administrator.GetFromJsonAsync<int>($"{LedgerHost.Village}/ledger/closings", Stop);

    async Task<(int, string)> AttemptsAsync()
    {
        var job = await JobAsync("Stumble");
        return ((int)job["attempts"]!, (string)job["reason"]!);
    }

    async Task<JsonNode> JobAsync(string name) => (await JobsAsync()).Single(job => (string)job["job"]! == name);

    async Task<IReadOnlyList<JsonNode>> JobsAsync()
    {
        var answer = await ledger.Host.Administrator.GetFromJsonAsync<JsonObject>($"{LedgerHost.Village}/jobs", Stop);
        return [.. answer!["jobs"]!.AsArray().Select(job => job!)];
    }
}
