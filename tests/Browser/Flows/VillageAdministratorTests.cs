using System.Text.RegularExpressions;
using SmartKampung.Browser.Consoles;

namespace SmartKampung.Browser.Flows;

/// <summary>What a village's administrator does on the first day: on a phone by touch, on a desk by keyboard alone.</summary>
public sealed class VillageAdministratorTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Alt = "Panen raya di sawah Krajan";

    static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    [Theory]
    [InlineData(360, "id", false)]
    [InlineData(1280, "en", true)]
    public async Task Administrator_comes_from_the_first_sign_in_to_articles_that_visitors_see(int width, string language, bool byKeyboard)
    {
        var site = ConsoleKind.Village + (language == "en" ? "/en" : "");
        await using var desk = await Desk.OpenAsync(chromium, width, language, byKeyboard);
        await SetUpAppAsync(desk, site + "/kelola");
        await SwitchNewsAsync(desk);
        await ChangeSettingsAsync(desk);
        await UploadAsync(desk);
        await PublishAsync(desk);
        await ScheduleAsync(desk, Tomorrow(desk));
        Findings.None(desk.Troubles);

        await using var visitor = await desk.VisitorAsync();
        await SeesPublishedAsync(visitor, site);
        await SeesScheduledAtItsTimeAsync(desk, visitor, site);
        Findings.None(visitor.Troubles);
    }

    static async Task SetUpAppAsync(Desk desk, string console)
    {
        await desk.SignInAsync("desa", console);
        await desk.Hand.WriteAsync("#f-code", await desk.CodeAsync());
        await desk.Hand.EnterAsync();
        await desk.Hand.FollowAsync("main .actions a.button");
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Regex(Regex.Escape(console) + "$"));
    }

    static async Task SwitchNewsAsync(Desk desk)
    {
        await desk.Hand.ChooseAsync("/kelola/modul");
        await desk.FollowAsync("/modul/news/matikan");
        await desk.SendAsync("/modul/news/matikan");
        await Assertions.Expect(desk.Page.Locator(".side-menu a[href$='/kelola/news']")).ToHaveCountAsync(0);
        await desk.SendAsync("/modul/news/nyalakan");
        await Assertions.Expect(desk.Page.Locator(".side-menu a[href$='/kelola/news']")).ToHaveCountAsync(1);
    }

    static async Task ChangeSettingsAsync(Desk desk)
    {
        const string Field = "main input[name='articlesPerPage']";
        await desk.FollowAsync("/modul/news");
        await desk.Hand.WriteAsync(Field, "500");
        await desk.Hand.EnterAsync();
        await Assertions.Expect(desk.Page.Locator("main .error").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator(Field)).ToHaveValueAsync("500");
        await desk.Hand.WriteAsync(Field, "12");
        await desk.Hand.EnterAsync();
        await Assertions.Expect(desk.Page.Locator("main [role=status]").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator(Field)).ToHaveValueAsync("12");
        await desk.Hand.ChooseAsync("/kelola/catatan");
        await Assertions.Expect(desk.Page.Locator("main .records")).Not.ToContainTextAsync("articlesPerPage");
    }

    static async Task UploadAsync(Desk desk)
    {
        await desk.Hand.ChooseAsync("/kelola/media");
        await desk.Hand.TakeAsync("#f-files", PhonePhoto.Take());
        await desk.Hand.WriteAsync("#f-alt", Alt);
        await desk.Hand.FollowAsync("form[data-upload] button");
        await desk.Hand.FollowAsync(".library a");
        var sizes = desk.Page.Locator("main .facts dd", new() { HasTextString = "1920 × 1440" });
        await Assertions.Expect(sizes).ToContainTextAsync("320 × 240", new() { Timeout = 60_000 });
        await Assertions.Expect(desk.Page.Locator("[data-preparing]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    static async Task PublishAsync(Desk desk)
    {
        await WriteAsync(desk, "Panen raya di Krajan");
        await desk.Hand.PressAsync("[data-pick] + button");
        await desk.Hand.PressAsync("dialog [data-id]");
        await desk.Hand.FollowAsync("button[value=publish]");
        await Assertions.Expect(desk.Page.Locator("main .badge.ok")).ToBeVisibleAsync();
    }

    static async Task ScheduleAsync(Desk desk, DateTimeOffset time)
    {
        await WriteAsync(desk, "Kerja bakti besok pagi");
        await desk.Hand.WriteAsync("#f-publish_at", time.DateTime);
        await desk.Hand.FollowAsync("button[value=publish]");
        await Assertions.Expect(desk.Page.Locator("main .badge.info")).ToBeVisibleAsync();
    }

    static async Task WriteAsync(Desk desk, string title)
    {
        await desk.Hand.ChooseAsync("/kelola/news");
        await desk.FollowAsync("/news/artikel/baru");
        await desk.Hand.WriteAsync("#f-title", title);
        await desk.Hand.PressAsync("[data-trix-attribute=bold]");
        await desk.Page.Keyboard.TypeAsync("Warga berkumpul di balai dusun.");
    }

    static async Task SeesPublishedAsync(Visit visitor, string site)
    {
        await visitor.GoAsync(site + "/berita");
        await visitor.Page.ClickAsync("main a:has-text('Panen raya di Krajan')");
        await Assertions.Expect(visitor.Page.Locator("article .text strong")).ToHaveTextAsync("Warga berkumpul di balai dusun.");
        var width = await visitor.Page.GetByAltText(Alt).EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }");
        Assert.True(width > 0);
    }

    static async Task SeesScheduledAtItsTimeAsync(Desk desk, Visit visitor, string site)
    {
        var scheduled = visitor.Page.Locator("main a:has-text('Kerja bakti besok pagi')");
        desk.Host.Clock.AdjustTime(Tomorrow(desk).AddMinutes(-1));
        await visitor.GoAsync(site + "/berita");
        await Assertions.Expect(scheduled).ToHaveCountAsync(0);
        desk.Host.Clock.AdjustTime(desk.Host.Clock.GetUtcNow().AddMinutes(1));
        await visitor.GoAsync(site + "/berita");
        await scheduled.First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Kerja bakti besok pagi");
    }

    /// <summary>Half past seven of the next day.</summary>
    static DateTimeOffset Tomorrow(Desk desk)
    {
        var now = desk.Host.Clock.GetUtcNow().ToOffset(Wib);
        return new DateTimeOffset(now.Date.AddDays(1), Wib).AddHours(7.5);
    }
}
