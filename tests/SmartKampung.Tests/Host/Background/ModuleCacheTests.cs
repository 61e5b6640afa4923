namespace SmartKampung.Tests.Host.Background;

public sealed class ModuleCacheTests(LedgerHost ledger) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task What_is_kept_is_made_again_after_a_change_in_its_village_alone()
    {
        var (here, there) = (await LongestAsync(LedgerHost.Village), await LongestAsync(LedgerHost.Neighbour));
        Assert.Equal((here, there), (await LongestAsync(LedgerHost.Village), await LongestAsync(LedgerHost.Neighbour)));
        Assert.NotEqual(here, there);

        await ledger.FileAsync(31);

        Assert.Contains("\"bookings\":1", await LongestAsync(LedgerHost.Village), StringComparison.Ordinal);
        Assert.Equal(there, await LongestAsync(LedgerHost.Neighbour));
    }

    Task<string> LongestAsync(string village) => ledger.Host.Administrator.GetStringAsync($"{village}/ledger/longest", TestContext.Current.CancellationToken);
}
