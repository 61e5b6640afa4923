using System.Net;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.News.Console;

public sealed class KeepTypedTests(NewsDesk desk) : IClassFixture<NewsDesk>
{


    [Fact]
    public async Task Second_person_sees_that_somebody_writes_until_two_minutes_after_they_left()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Berdua");
        Assert.Empty(await OthersAsync(desk.Dewi, page));

        Assert.Equal(["Dewi Lestari"], await OthersAsync(desk.Bambang, page));
        Assert.Contains("Bambang Sutejo", (await desk.Dewi.OpenAsync(page)).QuerySelector("[data-others]")!.TextContent, StringComparison.Ordinal);

        desk.Host.Clock.AdjustTime(desk.Host.Clock.GetUtcNow().AddMinutes(2));
        Assert.Empty(await OthersAsync(desk.Dewi, page));
    }

    [Fact]
    public async Task Kept_text_is_offered_at_the_next_opening_to_its_writer_alone_and_is_no_revision()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Belum disimpan");
        await KeepAsync(desk.Dewi, page, ("version", "1"), ("title", "Belum disimpan"), ("body", "<p>Sedang ditulis</p>"));

        Assert.NotNull(Offer(await desk.Dewi.OpenAsync(page)));
        Assert.Null(Offer(await desk.Bambang.OpenAsync(page)));
        Assert.Contains("Sedang ditulis", (await desk.Dewi.OpenAsync($"{page}?lanjut=1")).QuerySelector("#f-body")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sedang ditulis", (await desk.Bambang.OpenAsync($"{page}?lanjut=1")).QuerySelector("#f-body")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await desk.Dewi.OpenAsync($"{page}/riwayat")).QuerySelectorAll("ol.list li"));

        await NewsDesk.SaveAsync(desk.Dewi, page, 1, [("title", "Belum disimpan"), ("body", "<p>Sedang ditulis</p>")]);
        Assert.Null(Offer(await desk.Dewi.OpenAsync(page)));
    }

    [Fact]
    public async Task Article_that_was_never_saved_is_found_again_and_can_be_thrown_away()
    {
        var ayu = desk.Writer;
        var page = (await ayu.OpenAsync($"{NewsDesk.List}/artikel/baru")).QuerySelector("form[data-editor]")!.GetAttribute("action")!;
        await KeepAsync(ayu, page, ("title", ""), ("body", "<p>Listrik padam</p>"), ("version", "0"));

        var offer = Offer(await ayu.OpenAsync($"{NewsDesk.List}/artikel/baru"))!;
        Assert.Contains("Listrik padam", (await ayu.OpenAsync(offer.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector("#f-body")!.TextContent, StringComparison.Ordinal);

        await ayu.SubmitAsync($"{NewsDesk.List}/artikel/baru", $"{page}/salinan/buang", HttpStatusCode.SeeOther);
        Assert.Null(Offer(await ayu.OpenAsync($"{NewsDesk.List}/artikel/baru")));
    }

    [Fact]
    public async Task Too_much_text_is_not_kept()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Terlalu panjang");
        using var answer = await desk.Dewi.PostAsync(page, $"{page}/salinan", ("title", "x"), ("body", new string('a', 200_001)), ("version", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null(Offer(await desk.Dewi.OpenAsync(page)));
    }

    static IElement? Offer(IDocument page) => page.QuerySelector("main .notice a[href*='lanjut']")?.Closest(".notice");

    static Task<string[]> OthersAsync(StaffBrowser staff, string page) => SendAsync(staff, page, "?terbuka", ("version", "1"));

    static Task<string[]> KeepAsync(StaffBrowser staff, string page, params (string Name, string Value)[] fields) => SendAsync(staff, page, "", fields);

    static async Task<string[]> SendAsync(StaffBrowser staff, string page, string kind, params (string Name, string Value)[] fields)
    {
        using var answer = await staff.PostAsync($"{NewsDesk.List}/artikel/baru", $"{page}/salinan{kind}", fields);
        return [.. (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("others").EnumerateArray().Select(name => name.GetString()!)];
    }
}
