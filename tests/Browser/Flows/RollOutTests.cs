namespace SmartKampung.Browser.Flows;

/// <summary>News comes to three villages, then to all, and goes back: on a phone by keyboard alone, on a desk with a mouse.</summary>
public sealed class RollOutTests(Chromium chromium) : IClassFixture<Chromium>
{
    const int All = 217;

    [Theory]
    [InlineData(360, "id", true)]
    [InlineData(1280, "en", false)]
    public async Task News_is_rolled_out_to_three_villages_then_to_all_and_taken_back(int width, string language, bool byKeyboard)
    {
        var console = (language == "en" ? "/en" : "") + "/kelola";
        await using var desk = await Desk.OpenAsync(chromium, width, language, byKeyboard);
        await desk.SignInAsync("kabupaten", console);
        await desk.SkipSecondStepAsync();

        await OrderAsync(desk, TickThreeVillagesAsync);
        await SeesAsync(desk, switched: 3);
        await OrderAsync(desk, TickAllAsync);
        await SeesAsync(desk, switched: All - 1 - 3);
        await desk.SendAsync("/kembalikan");
        await IsDoneAsync(desk);

        await desk.Hand.ChooseAsync("/kelola/modul");
        await Assertions.Expect(desk.Page.Locator("main table")).ToContainTextAsync(language == "en" ? "4 of 217" : "4 dari 217");
        Findings.None(desk.Troubles);
    }

    static async Task OrderAsync(Desk desk, Func<Hand, Task> choose)
    {
        await desk.Hand.ChooseAsync("/kelola/peluncuran");
        await desk.FollowAsync("/peluncuran/baru");
        await choose(desk.Hand);
        await desk.Hand.FollowAsync("button[formaction$='/periksa']");
        await desk.SendAsync("/kelola/peluncuran");
    }

    static async Task TickThreeVillagesAsync(Hand hand)
    {
        await hand.WriteAsync("#cari", "Muncar");
        await hand.EnterAsync();
        for (var count = 0; count < 3; count++) await hand.TickAsync("input[name=villages]:not(:checked)");
    }

    /// <summary>Who comes by Tab goes past all the villages that stand before the button.</summary>
    static async Task TickAllAsync(Hand hand)
    {
        await hand.TickAsync("input[name=target][value=all]");
        if (hand is Keyboard) await hand.PressAsync("a[href='#periksa']");
    }

    static async Task SeesAsync(Desk desk, int switched)
    {
        await IsDoneAsync(desk);
        await Assertions.Expect(desk.Page.Locator("main .figures dd").First).ToHaveTextAsync($"{switched}");
    }

    static Task IsDoneAsync(Desk desk) => Assertions.Expect(desk.Page.Locator("[data-refresh='0']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
}
