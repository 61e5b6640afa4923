using System.Text.Json;

namespace SmartKampung.Host.Villages;

/// <summary>Reads a village's outline from GeoJSON (RFC 7946): a Polygon or MultiPolygon, alone or as the one feature of a collection.</summary>
static class GeoJsonOutline
{
    public const int LargestFile = 2 * 1024 * 1024;

    const int MostRings = 200;
    const int MostPoints = 100_000;
    const int KeptPoints = 600;
    const int LeastPoints = 4;

    static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <returns>The rings, or the key of what is wrong with the file.</returns>
    public static (IReadOnlyList<OutlineRing> Rings, string? Mistake) Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var json = JsonDocument.Parse(file, Options);
            if (GeometryIn(json.RootElement) is not { } geometry) return ([], "outline.kind");
            var rings = RingsIn(geometry).Take(MostRings + 1).Select(ReadRing).ToList();
            return MistakeIn(rings) is { } mistake ? ([], mistake) : (Simplified(rings), null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            return ([], "outline.unreadable");
        }
    }

    static JsonElement? GeometryIn(JsonElement json) => json.GetProperty("type").GetString() switch
    {
        "FeatureCollection" => json.GetProperty("features") is var features && features.GetArrayLength() == 1 ? GeometryIn(features[0]) : null,
        "Feature" => json.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry ? GeometryIn(geometry) : null,
        "Polygon" or "MultiPolygon" => json,
        _ => null,
    };

    static IEnumerable<JsonElement> RingsIn(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").ValueEquals("Polygon") ? [coordinates] : coordinates.EnumerateArray().ToArray();
        return polygons.SelectMany(polygon => polygon.EnumerateArray());
    }

    static List<OutlinePoint> ReadRing(JsonElement ring) =>
        [.. ring.EnumerateArray().Take(MostPoints + 1).Select(point => new OutlinePoint(Math.Round(point[0].GetDouble(), 5), Math.Round(point[1].GetDouble(), 5)))];

    static string? MistakeIn(List<List<OutlinePoint>> rings)
    {
        if (rings.Count is 0 or > MostRings || rings.Sum(ring => ring.Count) > MostPoints) return rings.Count == 0 ? "outline.empty" : "outline.too_many";
        if (rings.Any(ring => ring.Count < LeastPoints || ring[0] != ring[^1])) return "outline.open";
        var points = rings.SelectMany(ring => ring).ToList();
        if (points.All(point => Indonesia.Holds(point.Latitude, point.Longitude))) return null;
        return points.All(point => Indonesia.Holds(point.Longitude, point.Latitude)) ? "outline.turned" : "outline.elsewhere";
    }

    /// <summary>Drops points that lie close to the one before until few are left, so that no page gets heavy by an outline.</summary>
    static IReadOnlyList<OutlineRing> Simplified(List<List<OutlinePoint>> rings)
    {
        for (var distance = 0.00005; rings.Sum(ring => ring.Count) > KeptPoints; distance *= 2)
        {
            var simpler = rings.ConvertAll(ring => Thinned(ring, distance));
            rings = [.. simpler.Where(ring => ring.Count >= LeastPoints)];
            if (rings.Count == 0) rings = [simpler.MaxBy(ring => ring.Count)!];
        }

        return [.. rings.Select(OutlineRing.Of)];
    }

    static List<OutlinePoint> Thinned(List<OutlinePoint> ring, double distance)
    {
        var kept = new List<OutlinePoint> { ring[0] };
        foreach (var point in ring.Take(1..^1))
            if (Math.Abs(point.Longitude - kept[^1].Longitude) + Math.Abs(point.Latitude - kept[^1].Latitude) >= distance) kept.Add(point);
        kept.Add(ring[^1]);
        return kept;
    }
}
