using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>The figures that a village tells of its letters, beside those counted from its documents one by one.</summary>
static class LetterFigures
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task ExpectRecountAsync(LetterLife life)
    {
        using var kept = await life.ReadAsync();
        var told = (await life.Host.Administrator.GetFromJsonAsync<JsonObject>($"/api/villages/{life.Code}/indicators", Stop))!["indicators"]!.AsArray()
            .Where(one => (string)one!["module"]! == "letters").ToDictionary(one => (string)one!["name"]!, one => (decimal)one!["value"]!);
        var done = kept.Requests.Where(request => request.Text("State") == "Done" && request.Time("DoneAt") >= life.Host.Clock.GetUtcNow().AddDays(-365)).ToList();
        var hours = done.Select(HoursOf).Order().ToList();

        Assert.Equal(done.Count, told["letters-done"]);
        Assert.Equal(kept.Requests.Count(request => request.Text("State") == "Waiting"), told["letters-waiting"]);
        if (done.Count == 0) return;
        Assert.Equal(hours[(done.Count - 1) / 2], told["letters-median"]);
        Assert.Equal(hours.First(hour => hours.Count(other => other <= hour) * 10 >= done.Count * 9), told["letters-ninetieth"]);
        Assert.Equal(Share(done, request => request.Time("DoneAt") <= request.Time("PromisedAt")), told["letters-in-time"]);
        Assert.Equal(Share(done, request => request["History"]!.AsArray().Any(act => act!.AsObject().Text("What") == "AskedBack")), told["letters-asked-back"]);
    }

    static decimal HoursOf(JsonObject request) => Math.Round(Worked(request.Time("AskedAt")!.Value, request.Time("DoneAt")!.Value), 1);

    /// <summary>Counted minute by minute while a village that tells no hours of its own is at work: Monday to Thursday from 8.00 to 15.30, on Friday to 11.30.</summary>
    static decimal Worked(DateTimeOffset from, DateTimeOffset until)
    {
        var minutes = 0;
        for (var at = from.ToOffset(TimeSpan.FromHours(7)); at < until; at = at.AddMinutes(1))
            if (at.TimeOfDay >= TimeSpan.FromHours(8) && at.TimeOfDay < Closes(at.DayOfWeek)) minutes++;
        return minutes / 60m;
    }

    static TimeSpan Closes(DayOfWeek day) => day switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => TimeSpan.Zero,
        DayOfWeek.Friday => TimeSpan.FromHours(11.5),
        _ => TimeSpan.FromHours(15.5),
    };

    static decimal Share(List<JsonObject> all, Func<JsonObject, bool> which) => Math.Round(100m * all.Count(which) / all.Count);
}
