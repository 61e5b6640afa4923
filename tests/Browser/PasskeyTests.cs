using System.Text.RegularExpressions;

namespace SmartKampung.Browser;

/// <summary>A passkey from its making to the first sign-in, by Chromium's own virtual authenticator.</summary>
public sealed partial class PasskeyTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Password = "coba desa licin";

    [Fact]
    public async Task A_passkey_is_made_and_signs_in_past_both_steps()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(data.FullName, options: "--demo");
        var address = new UriBuilder(await host.AddressAsync()) { Host = "localhost" }.Uri;
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "id", ViewportSize = new() { Width = 360, Height = 740 } });
        await using var visit = new Visit(context, await context.NewPageAsync());
        var page = visit.Page;
        await Authenticator.AddAsync(page);

        await visit.GoAsync("/masuk?kembali=/akun/kunci-sandi");
        await page.FillAsync("#f-login", "operator@demo.example");
        await page.FillAsync("#f-password", Password);
        await page.ClickAsync("main form >> nth=0 >> button");
        await page.FillAsync("#f-name", "Ponsel saya");
        await page.FillAsync("#f-present", Password);
        await page.ClickAsync("[data-passkey] button");
        await Assertions.Expect(page.Locator(".list h2")).ToHaveTextAsync("Ponsel saya");
        await context.ClearCookiesAsync();

        await visit.GoAsync("/masuk?kembali=/tamansari-licin/kelola");
        await page.ClickAsync("[data-passkey] button");
        await Assertions.Expect(page).ToHaveURLAsync(Console());

        Assert.Empty(visit.Troubles);
    }

    [GeneratedRegex("/tamansari-licin/kelola$")]
    private static partial Regex Console();
}
