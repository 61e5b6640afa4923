using System.Net;
using AngleSharp.Dom;

namespace SmartKampung.Tests.Plugins.News.Console;

public sealed class EditAgendaTests(NewsDesk desk) : IClassFixture<NewsDesk>
{
    const string Agenda = $"{NewsDesk.List}/agenda";
    const string Announcements = $"{NewsDesk.List}/pengumuman";

    [Fact]
    public async Task Event_with_its_place_is_on_the_calendar_and_its_lines_break_no_calendar_file()
    {
        const string place = "Balai; desa, Licin\r\nBEGIN:VEVENT";
        await desk.Dewi.SubmitAsync(
            $"{Agenda}/baru", $"{Agenda}/baru", HttpStatusCode.SeeOther, ("version", "0"), ("title", "Rembuk\r\nEND:VCALENDAR"), ("day", "2026-12-01"), ("time", "09:00"), ("last_time", "11:30"),
            ("place", place), ("text", "Satu\nATTACH:http://jahat.example/x"));

        var calendar = await desk.Host.DemoPageAsync("/agenda.ics");
        Assert.Contains("LOCATION:Balai\\; desa\\, Licin", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Jakarta:20261201T090000", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(calendar.Split('\n'), line => line.StartsWith("ATTACH", StringComparison.Ordinal));
        Assert.Equal(Count(calendar, "BEGIN:VEVENT"), Count(calendar, "END:VEVENT"));
        Assert.Equal(1, Count(calendar, "END:VCALENDAR"));
        Assert.Contains("Balai; desa, Licin", await desk.Host.DemoPageAsync("/agenda"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_is_changed_and_removed_and_one_that_ends_before_it_starts_is_refused()
    {
        await desk.Dewi.SubmitAsync($"{Agenda}/baru", $"{Agenda}/baru", HttpStatusCode.SeeOther, ("version", "0"), ("title", "Senam pagi"), ("day", "2026-12-06"), ("last_day", "2026-12-07"));
        var page = await PageOfAsync(Agenda, "Senam pagi");
        Assert.Equal(("2026-12-06", "2026-12-07", ""), await FieldsAsync(page));

        var wrong = await desk.Dewi.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("version", "1"), ("title", "Senam pagi"), ("day", "2026-12-06"), ("time", "07:00"), ("last_time", "06:00"));
        Assert.NotEmpty(wrong.QuerySelector("#f-last_day-error")!.TextContent);
        await desk.Dewi.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("version", "7"), ("title", "Terlambat"), ("day", "2026-12-06"));
        await desk.Dewi.SubmitAsync(page, $"{page}/hapus", HttpStatusCode.SeeOther, ("version", "1"));
        await desk.Dewi.OpenAsync(page, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Announcement_is_shown_until_its_end()
    {
        var now = desk.Host.Clock.GetUtcNow();
        var until = now.AddHours(2).ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await desk.Dewi.SubmitAsync($"{Announcements}/baru", $"{Announcements}/baru", HttpStatusCode.SeeOther, ("version", "0"), ("title", "Air padam"), ("text", "Sampai siang <b>ini</b>"), ("until", until));
        Assert.Contains("Sampai siang &lt;b&gt;ini", await desk.Host.DemoPageAsync("/"), StringComparison.Ordinal);

        desk.Host.Clock.AdjustTime(now.AddHours(2));

        Assert.DoesNotContain("Air padam", await desk.Host.DemoPageAsync("/"), StringComparison.Ordinal);
        Assert.Contains("sudah lewat", (await desk.Dewi.OpenAsync(Announcements)).QuerySelectorAll("table.rows tr").Single(row => row.TextContent.Contains("Air padam", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//jahat.example")]
    [InlineData("data:text/html,x")]
    public async Task Announcement_leads_to_no_hostile_address(string link)
    {
        var answer = await desk.Dewi.SubmitAsync(
            $"{Announcements}/baru", $"{Announcements}/baru", HttpStatusCode.UnprocessableEntity, ("version", "0"), ("title", "Klik"), ("link", link), ("until", "2027-01-01T00:00"));

        Assert.NotEmpty(answer.QuerySelector("#f-link-error")!.TextContent);
    }

    async Task<string> PageOfAsync(string list, string title) =>
        (await desk.Dewi.OpenAsync(list)).QuerySelectorAll("table.rows a").First(link => link.TextContent == title).GetAttribute("href")!;

    async Task<(string? Day, string? LastDay, string? Time)> FieldsAsync(string page)
    {
        var shown = await desk.Dewi.OpenAsync(page);
        return (Value(shown, "day"), Value(shown, "last_day"), Value(shown, "time"));
    }

    static string? Value(IDocument page, string name) => page.QuerySelector($"[name={name}]")!.GetAttribute("value");

    static int Count(string text, string line) => text.Split('\n').Count(one => one.TrimEnd() == line);
}
