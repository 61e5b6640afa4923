using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The outlines of the village and its neighbours as GeoJSON, for the map that is dragged.</summary>
sealed class OutlinesOnMap(PresentOutlines outlines)
{
    public IResult Show(HttpContext context)
    {
        var (village, present) = (PresentVillage.Of(context)!, outlines.Now);
        var features =
            from entry in present.Villages.InDistrict(village.District.Code)
            let rings = present.Of(entry).SelectMany(outline => outline.Rings).Select(Ring).ToArray()
            where rings.Length > 0
            orderby entry.Id == village.Id
            select new { type = "Feature", properties = new { name = entry.Name, own = entry.Id == village.Id }, geometry = new { type = "MultiPolygon", coordinates = rings.Select(ring => new[] { ring }) } };
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { type = "FeatureCollection", features });
    }

    static double[][] Ring(IReadOnlyList<OutlinePoint> ring) => [.. ring.Select(point => new[] { point.Longitude, point.Latitude })];
}
