using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>From a printed slip to a console or a village's page, by keyboard alone.</summary>
public sealed class FirstSignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Console = ConsoleKind.Village + "/kelola";

    [Theory]
    [InlineData(360, "id")]
    [InlineData(1280, "en")]
    public async Task Operator_comes_from_a_slip_to_the_console(int width, string language)
    {
        await using var desk = await Desk.OpenAsync(chromium, width, language, byKeyboard: true);

        await desk.GoAsync(await SlipAsync(desk, "operator", language));
        await MakeAccountAsync(desk.Page, desk.Hand);
        await desk.Hand.WriteAsync("#f-code", await desk.CodeAsync());
        await desk.Hand.EnterAsync();
        await Assertions.Expect(desk.Page.Locator("main .codes .code")).ToHaveCountAsync(10);
        await desk.Hand.FollowAsync("main .actions a.button");

        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync(language == "en" ? "Start" : "Mulai");
        Findings.None(desk.Troubles);
    }

    /// <summary>Three fields and one Enter: nothing else is asked of who has no duty.</summary>
    [Fact]
    public async Task Resident_is_in_with_three_fields()
    {
        await using var desk = await Desk.OpenAsync(chromium, 360, "id", byKeyboard: true);

        await desk.GoAsync(await SlipAsync(desk, "resident", "id"));
        await MakeAccountAsync(desk.Page, desk.Hand);

        await Assertions.Expect(desk.Page.Locator(".tools a[href='/akun']")).ToBeVisibleAsync();
        Findings.None(desk.Troubles);
    }

    static async Task MakeAccountAsync(IPage page, Hand hand)
    {
        await Assertions.Expect(page.Locator("#f-name")).ToHaveValueAsync("Rina Kusumawati");
        await hand.PressAsync("a.skip");
        await hand.WriteAsync("#f-login", "081234567890");
        await hand.WriteAsync("#f-password", "sawah pagi hujan");
        await hand.EnterAsync();
    }

    /// <summary>The address that the slip's QR code leads to.</summary>
    static async Task<string> SlipAsync(Desk desk, string role, string language)
    {
        using var administrator = await Staff.SignInAsync(desk.Host.Address, "desa");
        var code = await administrator.SlipAsync(Console, "Rina Kusumawati", role);
        return $"{(language == "en" ? "/en" : "")}/slip?kode={code}";
    }
}
