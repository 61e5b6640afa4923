using System.IO.Compression;
using System.Text.Json;

namespace SmartKampung.Host.Villages;

/// <summary>The outlines of the regency's villages and districts, read when a map is first asked for.</summary>
sealed class Outlines
{
    readonly Lazy<IReadOnlyList<Outline>> villages = new(() =>
    {
        using var file = new GZipStream(EmbeddedData.Open("banyuwangi-villages.geojson.gz"), CompressionMode.Decompress);
        return Read(file);
    });

    readonly Lazy<IReadOnlyList<Outline>> districts = new(() =>
    {
        using var file = EmbeddedData.Open("banyuwangi-districts.geojson");
        return Read(file);
    });

    public IReadOnlyList<Outline> Villages => villages.Value;

    public IReadOnlyList<Outline> Districts => districts.Value;

    static List<Outline> Read(Stream geoJson)
    {
        using var json = JsonDocument.Parse(geoJson);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(ReadFeature)];
    }

    static Outline ReadFeature(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").ValueEquals("Polygon") ? [coordinates] : coordinates.EnumerateArray().ToArray();
        var rings = polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(ReadRing);
        return new(properties.GetProperty("code").GetString()!, properties.GetProperty("name").GetString()!, [.. rings]);
    }

    static IReadOnlyList<OutlinePoint> ReadRing(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(point => new OutlinePoint(point[0].GetDouble(), point[1].GetDouble()))];
}

/// <summary>The outline of a village or district: rings of points, holes among them (draw with the even-odd rule).</summary>
sealed record Outline(string Code, string Name, IReadOnlyList<IReadOnlyList<OutlinePoint>> Rings);

/// <summary>A point of an outline, in degrees by WGS 84.</summary>
readonly record struct OutlinePoint(double Longitude, double Latitude);
