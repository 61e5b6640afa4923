using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Lives;

/// <summary>Reads documents as an archive holds them.</summary>
static class Kept
{
    public static string Text(this JsonObject document, string property) => (string?)document[property] ?? "";

    public static string Id(this JsonObject document) => document.Text("Id");

    public static DateTimeOffset? Time(this JsonObject document, string property) =>
        document[property] is { } time ? DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture) : null;

    public static IReadOnlyList<JsonObject> List(this JsonObject document, string property) => [.. document[property]!.AsArray().Select(item => item!.AsObject())];

    public static IReadOnlyList<JsonObject> Steps(this JsonObject request) => request["Type"]!.AsObject().List("Steps");

    public static Territory? Place(this JsonObject request) =>
        request["Place"] is JsonObject place ? new(place.Text("Hamlet"), place.Text("RwNumber"), place.Text("RtNumber")) : null;
}
