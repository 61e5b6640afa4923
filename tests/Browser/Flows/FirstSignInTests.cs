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
        await using var desk = await Desk.OpenAsync(chromium, width, language);
        var keys = new Keyboard(desk.Page);

        await desk.GoAsync(await SlipAsync(desk, "operator", language));
        await MakeAccountAsync(desk.Page, keys);
        await keys.WriteAsync("#f-code", await AuthenticatorApp.CodeAsync(desk.Page));
        await keys.EnterAsync();
        await Assertions.Expect(desk.Page.Locator("main .codes .code")).ToHaveCountAsync(10);
        await keys.PressAsync("main .actions a.button");

        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync(language == "en" ? "Start" : "Mulai");
        Findings.None(desk.Troubles);
    }

    /// <summary>Three fields and one Enter: nothing else is asked of who has no duty.</summary>
    [Fact]
    public async Task Resident_is_in_with_three_fields()
    {
        await using var desk = await Desk.OpenAsync(chromium, 360, "id");
        var keys = new Keyboard(desk.Page);

        await desk.GoAsync(await SlipAsync(desk, "resident", "id"));
        await MakeAccountAsync(desk.Page, keys);

        await Assertions.Expect(desk.Page.Locator(".tools a[href='/akun']")).ToBeVisibleAsync();
        Findings.None(desk.Troubles);
    }

    static async Task MakeAccountAsync(IPage page, Keyboard keys)
    {
        await keys.ToAsync("a.skip");
        await keys.ToAsync("#f-name");
        await Assertions.Expect(page.Locator("#f-name")).ToHaveValueAsync("Rina Kusumawati");
        await keys.WriteAsync("#f-login", "081234567890");
        await keys.WriteAsync("#f-password", "sawah pagi hujan");
        await keys.EnterAsync();
    }

    /// <summary>The address that the slip's QR code leads to.</summary>
    static async Task<string> SlipAsync(Desk desk, string role, string language)
    {
        using var administrator = await Staff.SignInAsync(await desk.AddressAsync(), "desa");
        var code = await administrator.SlipAsync(Console, "Rina Kusumawati", role);
        return $"{(language == "en" ? "/en" : "")}/slip?kode={code}";
    }
}
