using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartKampung.Residents.Statistics;

/// <summary>Days of birth were tallies among the others; most of what a page of figures read were these.</summary>
static class BirthsOfTallies
{
    public static JsonObject Upgrade(JsonObject count)
    {
        var births = count["Tallies"]!.AsArray().OfType<JsonObject>().Where(tally => (string)tally["Of"]! == "BirthDate").ToList();
        foreach (var birth in births) count["Tallies"]!.AsArray().Remove(birth);
        count["MenBorn"] = Days(births, "Men");
        count["WomenBorn"] = Days(births, "Women");
        return count;
    }

    static JsonArray Days(IEnumerable<JsonObject> births, string of) => new([.. births.SelectMany(birth => Enumerable.Repeat(DayOf((string)birth["Value"]!), Math.Max(0, (int)birth[of]!)).Select(day => (JsonNode)day))]);

    static int DayOf(string birthDate) => DateOnly.TryParseExact(birthDate, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : 0;
}
