using System.Net;

namespace SmartKampung.Tests.Plugins.News.Console;

public sealed class ArticleStatesTests(NewsDesk desk) : IClassFixture<NewsDesk>
{
    [Fact]
    public async Task Scheduled_article_appears_when_its_time_has_come()
    {
        var now = desk.Host.Clock.GetUtcNow();
        var due = now.AddHours(3).ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Besok pagi", "publish", ("publish_at", due));
        Assert.Contains("terjadwal", (await desk.Dewi.OpenAsync(page)).QuerySelector("main .badge")!.TextContent, StringComparison.Ordinal);
        await desk.Host.DemoPageAsync("/berita/besok-pagi", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Besok pagi", await desk.Host.DemoPageAsync("/berita"), StringComparison.Ordinal);

        desk.Host.Clock.AdjustTime(now.AddHours(3));

        await desk.Host.DemoPageAsync("/berita/besok-pagi");
        Assert.Contains("Besok pagi", await desk.Host.DemoPageAsync("/berita"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_pages_show_a_scheduled_article_at_its_minute_and_not_a_minute_later()
    {
        var now = desk.Host.Clock.GetUtcNow();
        var due = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero).AddMinutes(10);
        await NewsDesk.WriteAsync(desk.Dewi, "Tepat waktu", "publish", ("publish_at", due.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        desk.Host.Clock.AdjustTime(due.AddSeconds(-20));
        string[] pages = ["/berita", "", "/rss.xml", "/sitemap.xml"];
        foreach (var page in pages) Assert.DoesNotContain("epat-waktu", await desk.Host.DemoPageAsync(page), StringComparison.Ordinal);

        desk.Host.Clock.AdjustTime(due);

        foreach (var page in pages) Assert.Contains("epat-waktu", await desk.Host.DemoPageAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_is_previewed_by_staff_alone_and_never_kept()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Masih rahasia", "", ("body", "<p>Belum selesai</p>"));
        var preview = $"{NewsDesk.Village}/berita/pratinjau/{page.Split('/')[^1]}";

        using var answer = await desk.Dewi.Client.GetAsync(new Uri(preview, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("Belum selesai", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var visitor = await desk.Host.Anonymous.GetAsync(new Uri(preview, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, visitor.StatusCode);
        await desk.Host.DemoPageAsync("/berita/masih-rahasia", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Article_is_pinned_taken_back_archived_and_removed()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Naik turun", "publish");
        await desk.Host.DemoPageAsync("/berita/naik-turun");

        await PressAsync(page, "semat", 1);
        Assert.StartsWith("Naik turun", (await desk.Dewi.OpenAsync(NewsDesk.List)).QuerySelector("table.rows tbody th")!.TextContent, StringComparison.Ordinal);
        await PressAsync(page, "tarik", 2);
        await desk.Host.DemoPageAsync("/berita/naik-turun", HttpStatusCode.NotFound);
        await NewsDesk.SaveAsync(desk.Dewi, page, 3, [("title", "Naik turun"), ("then", "publish")]);
        await desk.Host.DemoPageAsync("/berita/naik-turun");
        await PressAsync(page, "arsip", 4);
        await desk.Host.DemoPageAsync("/berita/naik-turun", HttpStatusCode.NotFound);
        await PressAsync(page, "hapus", 4, HttpStatusCode.UnprocessableEntity);
        await PressAsync(page, "hapus", 5);
        await desk.Dewi.OpenAsync(page, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_may_only_write_hands_in_and_somebody_else_publishes()
    {
        var page = await NewsDesk.WriteAsync(desk.Writer, "Usulan warga");
        var refused = await NewsDesk.SaveAsync(desk.Writer, page, 1, [("title", "Usulan warga"), ("then", "publish")], HttpStatusCode.UnprocessableEntity);
        Assert.Contains("belum boleh menerbitkan", refused.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        await desk.Writer.SubmitAsync(page, $"{page}/arsip", HttpStatusCode.Forbidden, ("version", "1"));

        await NewsDesk.SaveAsync(desk.Writer, page, 1, [("title", "Usulan warga"), ("then", "review")]);
        Assert.Contains("Usulan warga", (await desk.Bambang.OpenAsync($"{NewsDesk.List}?keadaan=review")).QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
        await NewsDesk.SaveAsync(desk.Bambang, page, 2, [("title", "Usulan warga"), ("then", "publish")]);

        await desk.Host.DemoPageAsync("/berita/usulan-warga");
        await NewsDesk.SaveAsync(desk.Writer, page, 3, [("title", "Diam-diam diubah")], HttpStatusCode.UnprocessableEntity);
        Assert.DoesNotContain("Diam-diam", await desk.Host.DemoPageAsync("/berita/usulan-warga"), StringComparison.Ordinal);
    }

    Task<AngleSharp.Dom.IDocument> PressAsync(string page, string action, int version, HttpStatusCode expected = HttpStatusCode.SeeOther) =>
        desk.Dewi.SubmitAsync(page, $"{page}/{action}", expected, ("version", $"{version}"));
}
