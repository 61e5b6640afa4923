using System.Net;

namespace SmartKampung.Tests.Host.Background;

public sealed class SharedServiceTests(LedgerHost ledger) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task What_a_shared_service_stores_is_saved_with_the_caller_and_only_in_its_village()
    {
        (await ledger.FileAsync(21)).EnsureSuccessStatusCode();

        Assert.Contains(21, await ledger.NumbersAsync("ledger/bookings"));
        Assert.DoesNotContain(21, await ledger.NumbersAsync("ledger/bookings", LedgerHost.Neighbour));
    }

    [Fact]
    public async Task What_a_shared_service_stores_is_not_saved_when_the_caller_fails()
    {
        (await ledger.FileAsync(22)).EnsureSuccessStatusCode();
        using var twice = await ledger.FileAsync(22);

        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Single(await ledger.NumbersAsync("ledger/bookings"), amount => amount == 22);
        Assert.Single(await ledger.NumbersAsync("desk/receipts"), amount => amount == 22);
    }

    [Fact]
    public async Task A_shared_service_cannot_save_by_itself()
    {
        using var answer = await ledger.Host.Administrator.PostAsync($"{LedgerHost.Village}/desk/trespass", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task The_module_that_offers_a_service_stays_on_while_another_needs_it()
    {
        using var answer = await ledger.Host.Administrator.DeleteAsync($"{LedgerHost.Village}/modules/ledger", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Administrators_see_which_personal_data_a_module_keeps() =>
        Assert.Contains("\"Paper.Name\"", await ledger.Host.Administrator.GetStringAsync("/api/modules", TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task Figures_of_the_modules_are_told_for_one_village()
    {
        await ledger.FileAsync(23, LedgerHost.Neighbour);

        var told = await ledger.Host.Administrator.GetStringAsync($"{LedgerHost.Neighbour}/indicators", TestContext.Current.CancellationToken);

        Assert.Contains("\"name\":\"bookings\",\"text\":\"Catatan\",\"value\":1,\"unit\":\"count\"", told, StringComparison.Ordinal);
    }
}
