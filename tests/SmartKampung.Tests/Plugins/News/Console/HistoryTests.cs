using System.Net;

namespace SmartKampung.Tests.Plugins.News.Console;

public sealed class HistoryTests(NewsDesk desk) : IClassFixture<NewsDesk>
{
    [Fact]
    public async Task Each_save_that_changes_the_text_is_a_revision_with_its_words_and_can_be_restored()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Jadwal posyandu", "", ("body", "<p>Posyandu hari Senin di balai.</p>"));
        await NewsDesk.SaveAsync(desk.Bambang, page, 1, [("title", "Jadwal posyandu"), ("body", "<p>Posyandu hari Rabu di balai.</p>")]);
        await NewsDesk.SaveAsync(desk.Bambang, page, 2, [("title", "Jadwal posyandu"), ("body", "<p>Posyandu hari Rabu di balai.</p>"), ("pinned", "true")]);

        var history = (await desk.Dewi.OpenAsync($"{page}/riwayat")).QuerySelectorAll("ol.list li");
        Assert.Equal(2, history.Length);
        Assert.Contains("Bambang Sutejo", history[0].TextContent, StringComparison.Ordinal);
        var second = await desk.Dewi.OpenAsync($"{page}/riwayat/2");
        Assert.Equal(("Senin", "Rabu"), (second.QuerySelector("main del")!.TextContent, second.QuerySelector("main ins")!.TextContent));

        await desk.Dewi.SubmitAsync($"{page}/riwayat/1", $"{page}/riwayat/1", HttpStatusCode.SeeOther, ("version", "3"));

        Assert.Contains("Senin", (await desk.Dewi.OpenAsync(page)).QuerySelector("#f-body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await desk.Dewi.OpenAsync($"{page}/riwayat")).QuerySelectorAll("ol.list li").Length);
        Assert.Contains("Rabu", (await desk.Dewi.OpenAsync($"{page}/riwayat/2")).QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_was_written_before_there_were_revisions_is_kept_by_the_first_save()
    {
        var begun = await desk.Dewi.OpenAsync($"{NewsDesk.List}?keadaan=published&halaman=2");
        var link = begun.QuerySelector("table.rows tbody th a")!;
        var (title, page) = (link.TextContent, link.GetAttribute("href")!);

        await NewsDesk.SaveAsync(desk.Dewi, page, 1, [("title", "Judul yang baru sekali")]);

        var revisions = (await desk.Dewi.OpenAsync($"{page}/riwayat")).QuerySelectorAll("ol.list li");
        Assert.Equal(2, revisions.Length);
        Assert.Contains(title, (await desk.Dewi.OpenAsync($"{page}/riwayat/1")).QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_too_late_sees_both_versions_and_neither_is_lost()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Kerja bakti", "", ("body", "<p>Hari Minggu.</p>"));
        await NewsDesk.SaveAsync(desk.Bambang, page, 1, [("title", "Kerja bakti"), ("body", "<p>Hari Sabtu.</p>")]);

        var late = await NewsDesk.SaveAsync(desk.Dewi, page, 1, [("title", "Kerja bakti"), ("body", "<p>Hari Minggu pagi.</p>")], HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Hari Minggu pagi.", late.QuerySelector("#f-body")!.TextContent, StringComparison.Ordinal);
        var both = late.QuerySelector("[data-stale]")!;
        Assert.Contains("Bambang Sutejo", both.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sabtu", both.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Minggu pagi", both.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", late.QuerySelector("form[data-editor] [name=version]")!.GetAttribute("value"));

        await NewsDesk.SaveAsync(desk.Dewi, page, 2, [("title", "Kerja bakti"), ("body", "<p>Hari Minggu pagi.</p>")]);
        Assert.Contains("Sabtu", (await desk.Dewi.OpenAsync($"{page}/riwayat/2")).QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_saves_at_once_end_in_one_and_a_page_with_both()
    {
        var page = await NewsDesk.WriteAsync(desk.Dewi, "Serentak");

        var answers = await Task.WhenAll(
            desk.Dewi.PostAsync(page, page, ("version", "1"), ("title", "Serentak Dewi")),
            desk.Bambang.PostAsync(page, page, ("version", "1"), ("title", "Serentak Bambang")));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
        foreach (var answer in answers) answer.Dispose();
    }
}
