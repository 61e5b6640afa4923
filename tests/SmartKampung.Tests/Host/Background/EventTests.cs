using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Background;

public sealed class EventTests : IAsyncLifetime
{
    readonly LedgerHost ledger = new();

    public ValueTask InitializeAsync() => ledger.InitializeAsync();

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_handler_of_another_module_follows_an_event_once_in_the_village_where_it_happened()
    {
        await ledger.FileAsync(5);
        await ledger.FileAsync(6);

        Assert.Equal([5, 6], await ledger.NumbersAsync("desk/receipts"));
        Assert.Empty(await ledger.NumbersAsync("desk/receipts", LedgerHost.Neighbour));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_handler_that_fails_leaves_no_half_and_is_tried_again_while_others_go_on()
    {
        await ledger.FileAsync(13);
        await ledger.FileAsync(14);
        Assert.Equal([14], await ledger.NumbersAsync("desk/receipts"));
        Assert.Equal((1, "Thirteen."), await FirstAsync());

        await ledger.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((2, "Thirteen."), await FirstAsync());
    }

    [Fact]
    public async Task An_event_that_failed_for_a_day_is_set_aside_and_can_be_tried_again()
    {
        await ledger.FileAsync(13);
        await ledger.CatchUpAsync();
        for (var turn = 0; turn < 10; turn++) await ledger.PassAsync(TimeSpan.FromHours(17));
        var given = Assert.Single(await WaitingAsync());
        Assert.Null(given["nextAt"]);

        (await ledger.Host.Administrator.PostAsync($"{LedgerHost.Village}/events/retry", null)).EnsureSuccessStatusCode();
        await ledger.CatchUpAsync();

        Assert.Equal((1, "Thirteen."), await FirstAsync());
    }

    [Fact]
    public async Task A_clock_that_was_years_ahead_does_not_put_an_event_off()
    {
        ledger.Host.Clock.AdjustTime(ledger.Host.Clock.GetUtcNow() + TimeSpan.FromDays(2000));
        await ledger.FileAsync(13);
        await ledger.CatchUpAsync();
        ledger.Host.Clock.AdjustTime(ledger.Host.Clock.Start);

        await ledger.FileAsync(7);
        await ledger.CatchUpAsync();

        Assert.Equal(2, (await FirstAsync()).Attempts);
    }

    async Task<(int Attempts, string Reason)> FirstAsync()
    {
        var first = Assert.Single(await WaitingAsync());
        return ((int)first["attempts"]!, (string)first["reason"]!);
    }

    async Task<IReadOnlyList<JsonNode>> WaitingAsync()
    {
        await ledger.CatchUpAsync();
        var answer = await ledger.Host.Administrator.GetFromJsonAsync<JsonObject>($"{LedgerHost.Village}/events", TestContext.Current.CancellationToken);
        return [.. answer!["events"]!.AsArray().Select(happened => happened!)];
    }
}
