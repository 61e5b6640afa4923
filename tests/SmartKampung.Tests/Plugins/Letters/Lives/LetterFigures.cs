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
        Assert.Equal(Share(done, request => HoursOf(request) <= (int)request["Type"]!["PromisedHours"]!), told["letters-in-time"]);
        Assert.Equal(Share(done, request => request["History"]!.AsArray().Any(act => act!.AsObject().Text("What") == "AskedBack")), told["letters-asked-back"]);
    }

    static decimal HoursOf(JsonObject request) => Math.Round((decimal)(request.Time("DoneAt")!.Value - request.Time("AskedAt")!.Value).TotalHours, 1);

    static decimal Share(List<JsonObject> all, Func<JsonObject, bool> which) => Math.Round(100m * all.Count(which) / all.Count);
}
