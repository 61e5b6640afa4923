namespace SmartKampung.Browser.Flows;

/// <summary>News comes to three villages, then to all, and goes back.</summary>
public sealed class RollOutTests(Chromium chromium) : IClassFixture<Chromium>
{
    const int All = 217;

    [Theory]
    [InlineData(360, "id")]
    [InlineData(1280, "en")]
    public async Task News_is_rolled_out_to_three_villages_then_to_all_and_taken_back(int width, string language)
    {
        var console = (language == "en" ? "/en" : "") + "/kelola";
        await using var desk = await Desk.OpenAsync(chromium, width, language);
        await desk.SignInAsync("kabupaten", console);
        await desk.SkipSecondStepAsync();

        await OrderAsync(desk, console, page => CheckVillagesAsync(page, 3));
        await SeesAsync(desk, switched: 3);
        await OrderAsync(desk, console, page => page.CheckAsync("input[name=target][value=all]"));
        await SeesAsync(desk, switched: All - 1 - 3);
        await desk.SendAsync("/kembalikan");
        await Assertions.Expect(desk.Page.Locator("[data-refresh='0']")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await desk.GoAsync(console + "/modul");
        await Assertions.Expect(desk.Page.Locator("main table")).ToContainTextAsync(language == "en" ? "4 of 217" : "4 dari 217");
        Findings.None(desk.Troubles);
    }

    static async Task OrderAsync(Desk desk, string console, Func<IPage, Task> choose)
    {
        await desk.GoAsync(console + "/peluncuran");
        await desk.FollowAsync("/peluncuran/baru");
        await choose(desk.Page);
        await desk.Page.ClickAsync("button[formaction$='/periksa']");
        await desk.SendAsync("/kelola/peluncuran");
    }

    static async Task CheckVillagesAsync(IPage page, int count)
    {
        for (var at = 0; at < count; at++) await page.Locator("input[name=villages]").Nth(at).CheckAsync();
    }

    static async Task SeesAsync(Desk desk, int switched)
    {
        await Assertions.Expect(desk.Page.Locator("[data-refresh='0']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(desk.Page.Locator("main .figures dd").First).ToHaveTextAsync($"{switched}");
    }
}
