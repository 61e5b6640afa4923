using SkiaSharp;
using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>What a village's administrator does on the first day.</summary>
public sealed class VillageAdministratorTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(360, "id")]
    [InlineData(1280, "en")]
    public async Task Administrator_sets_up_an_app_switches_news_on_changes_its_settings_and_uploads_a_photo(int width, string language)
    {
        var console = ConsoleKind.Village + (language == "en" ? "/en" : "") + "/kelola";
        await using var desk = await Desk.OpenAsync(chromium, width, language);
        await SetUpAppAsync(desk, console);
        await SwitchNewsAsync(desk, console);
        await ChangeSettingsAsync(desk, console);
        await UploadAsync(desk, console);

        Findings.None(desk.Troubles);
    }

    static async Task SetUpAppAsync(Desk desk, string console)
    {
        await desk.SignInAsync("desa", console);
        await desk.Page.FillAsync("#f-code", await AuthenticatorApp.CodeAsync(desk.Page));
        await desk.Page.Locator("#f-code").PressAsync("Enter");
        await desk.Page.ClickAsync("main .actions a.button");
        await desk.Page.WaitForURLAsync("**" + console);
    }

    static async Task SwitchNewsAsync(Desk desk, string console)
    {
        await desk.GoAsync(console + "/modul");
        await desk.FollowAsync("/modul/news/matikan");
        await desk.SendAsync("/modul/news/matikan");
        await Assertions.Expect(desk.Page.Locator($".side-menu a[href='{console}/news']")).ToHaveCountAsync(0);
        await desk.SendAsync("/modul/news/nyalakan");
        await Assertions.Expect(desk.Page.Locator($".side-menu a[href='{console}/news']")).ToHaveCountAsync(1);
    }

    static async Task ChangeSettingsAsync(Desk desk, string console)
    {
        await desk.FollowAsync("/modul/news");
        var field = desk.Page.Locator("main input[name='articlesPerPage']");
        await field.FillAsync("500");
        await field.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator("main .error").First).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveValueAsync("500");
        await field.FillAsync("12");
        await field.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator("main [role=status]").First).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveValueAsync("12");
        await desk.GoAsync(console + "/catatan");
        await Assertions.Expect(desk.Page.Locator("main .records")).Not.ToContainTextAsync("articlesPerPage");
    }

    static async Task UploadAsync(Desk desk, string console)
    {
        await desk.GoAsync(console + "/media");
        await desk.Page.SetInputFilesAsync("#f-files", new FilePayload { Name = "panen raya.jpg", MimeType = "image/jpeg", Buffer = Photo() });
        await desk.Page.FillAsync("#f-alt", "Panen raya di sawah Krajan");
        await desk.Page.ClickAsync("form[data-upload] button");
        await desk.Page.ClickAsync(".library a");
        var sizes = desk.Page.Locator("main .facts dd", new() { HasTextString = "1920 × 1440" });
        await Assertions.Expect(sizes).ToContainTextAsync("320 × 240", new() { Timeout = 60_000 });
        await Assertions.Expect(desk.Page.Locator("[data-preparing]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    /// <summary>Twelve megapixels, as a phone takes them.</summary>
    static byte[] Photo()
    {
        using var bitmap = new SKBitmap(4000, 3000);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.SkyBlue);
            using var field = new SKPaint { Color = SKColors.ForestGreen };
            for (var row = 0; row < 30; row++) canvas.DrawOval(row * 137 % 4000, 1500 + row * 50, 900, 60, field);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
