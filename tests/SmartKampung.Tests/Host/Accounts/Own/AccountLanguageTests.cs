namespace SmartKampung.Tests.Host.Accounts.Own;

public sealed class AccountLanguageTests(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    readonly TestHost host = accounts.Host;
    readonly string login = accounts.NewLogin();

    [Theory]
    [InlineData("en", "/masuk", "/en")]
    [InlineData("en", "/masuk?kembali=/tamansari-licin/kelola%3Fa=b", "/tamansari-licin/en/kelola?a=b")]
    [InlineData("id", "/en/masuk", "/")]
    [InlineData("id", "/masuk?kembali=/tamansari-licin/en/profil", "/tamansari-licin/profil")]
    [InlineData("any", "/en/masuk", "/en")]
    public async Task Signing_in_leads_to_pages_in_the_language_that_one_prefers(string language, string path, string expected)
    {
        using var owner = await host.InviteAsync(login);
        using var saved = await owner.SubmitAsync("/akun/nama", ("name", "Ayu"), ("page_language", language));
        using var visitor = new Visitor(host);

        using var answer = await visitor.SignInAsync(login, path: path);

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/en/akun")]
    [InlineData("/en/akun/nama")]
    [InlineData("/en/akun/login")]
    [InlineData("/en/akun/sandi")]
    [InlineData("/en/akun/aplikasi")]
    [InlineData("/en/akun/kunci-sandi")]
    [InlineData("/en/akun/perangkat")]
    [InlineData("/en/akun/peran")]
    [InlineData("/en/akun/tutup")]
    [InlineData("/en/slip")]
    [InlineData("/en/lupa")]
    public async Task English_account_pages_lead_to_English_ones(string path)
    {
        using var owner = await host.InviteAsync(login);
        var page = await owner.ReadAsync(path);
        var addresses = page.QuerySelectorAll("main a[href^='/'], main form[action]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!);
        Assert.All(addresses, address => Assert.Contains("/en", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_sent_to_sign_in_from_an_English_page_reads_English_there()
    {
        using var visitor = new Visitor(host);
        using var village = await visitor.GetAsync("/tamansari-licin/en/kelola");
        using var own = await visitor.GetAsync("/en/akun/sandi");

        Assert.Equal("/en/masuk?kembali=%2Ftamansari-licin%2Fen%2Fkelola", village.Headers.Location?.OriginalString);
        Assert.Equal("/en/masuk?kembali=%2Fen%2Fakun%2Fsandi", own.Headers.Location?.OriginalString);
        Assert.All((await visitor.ReadAsync("/en/masuk")).QuerySelectorAll("main a, main form"), link => Assert.StartsWith("/en", link.GetAttribute("href") ?? link.GetAttribute("action")!, StringComparison.Ordinal));
    }
}
