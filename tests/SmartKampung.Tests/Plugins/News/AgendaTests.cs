using System.Net;
using System.Net.Http.Json;

namespace SmartKampung.Tests.Plugins.News;

public sealed class AgendaTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Calendar_tells_hours_in_the_village_zone_and_whole_days_without_hours()
    {
        await WriteAsync(new { title = "Pasar malam", starts = "2026-12-05T12:00:00Z", ends = "2026-12-05T14:30:00Z", place = "Pendopo; desa", organizer = "Karang taruna" });
        await WriteAsync(new { title = "Pameran kopi", starts = "2026-12-10T00:00:00+07:00", ends = "2026-12-12T00:00:00+07:00", allDay = true });

        var calendar = Unfolded(await host.DemoPageAsync("/agenda.ics"));

        Assert.Contains("DTSTART;TZID=Asia/Jakarta:20261205T190000", calendar, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Asia/Jakarta:20261205T213000", calendar, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Pendopo\\; desa", calendar, StringComparison.Ordinal);
        Assert.Contains("CONTACT:Karang taruna", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261210", calendar, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nEND:STANDARD", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_of_several_whole_days_ends_after_its_last_day_and_stays_so_when_it_is_sent_back()
    {
        var entry = await WriteAsync(new { title = "Kemah", starts = "2027-02-01T09:00:00+07:00", ends = "2027-02-03T09:00:00+07:00", allDay = true });
        Assert.Equal(DateTimeOffset.Parse("2027-02-03T17:00:00Z", null), entry.GetProperty("ends").GetDateTimeOffset());

        using var answer = await host.Administrator.SendAsync(HttpMethod.Put, $"{NewsApi.Demo}/agenda/{entry.Text("id")}", entry);

        Assert.Equal(entry.Text("ends"), (await answer.JsonAsync(HttpStatusCode.OK)).Text("ends"));
        Assert.Contains("DTEND;VALUE=DATE:20270204", Unfolded(await host.DemoPageAsync($"/agenda/{entry.Text("slug")}.ics")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_can_not_end_before_it_starts()
    {
        using var answer = await host.Administrator.PostAsJsonAsync(
            $"{NewsApi.Demo}/agenda", new { title = "Mundur", starts = "2026-12-05T12:00:00Z", ends = "2026-12-05T11:00:00Z" }, TestContext.Current.CancellationToken);

        Assert.Contains("/ends", (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agenda_marks_today_and_tells_what_was()
    {
        var page = await host.DemoPageAsync("/agenda");

        Assert.Contains("<li class=\"today\">", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Posyandu Anggrek", StringComparison.Ordinal) < page.IndexOf("Posyandu Mawar", StringComparison.Ordinal));
        Assert.Contains("Balai Dusun Krajan", await host.DemoPageAsync("/agenda/posyandu-anggrek"), StringComparison.Ordinal);
        await host.DemoPageAsync("/agenda/tidak-ada", HttpStatusCode.NotFound);
    }

    async Task<System.Text.Json.JsonElement> WriteAsync(object entry)
    {
        using var answer = await host.Administrator.PostAsJsonAsync($"{NewsApi.Demo}/agenda", entry, TestContext.Current.CancellationToken);
        return await answer.JsonAsync(HttpStatusCode.Created);
    }

    static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);
}
