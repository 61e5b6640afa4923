using System.Collections.Concurrent;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Draws the villages of a district; what is drawn once is kept, at most a few kilobytes a district.</summary>
sealed class DistrictMaps(Outlines outlines, VillageRegistry villages)
{
    const int Size = 400;

    readonly ConcurrentDictionary<string, DistrictDrawing?> drawings = new(StringComparer.Ordinal);

    /// <summary>The district with its villages, a village of one's own drawn last; null where no outlines are known.</summary>
    public DistrictMap? Of(string district, Village? own = null)
    {
        if (drawings.GetOrAdd(district, Draw) is not { } drawn) return null;
        var shapes =
            from entry in villages.Villages.InDistrict(district)
            where drawn.Paths.ContainsKey(entry.Code)
            orderby entry.Id == own?.Id, entry.Name
            select new MapShape(entry.Name, entry.Slug, drawn.Paths[entry.Code], entry.Id == own?.Id);
        return new(drawn.Canvas.ViewBox, drawn.Canvas.Width, drawn.Canvas.Height, [.. shapes], own?.Location is { } place ? drawn.Canvas.Place(new OutlinePoint(place.Longitude, place.Latitude)) : null);
    }

    DistrictDrawing? Draw(string district)
    {
        Outline[] parts = [.. outlines.Villages.Where(outline => VillageCode.District(outline.Code) == district)];
        if (parts.Length == 0) return null;
        var canvas = MapDrawing.Around(parts, Size);
        return new(canvas, parts.ToDictionary(outline => outline.Code, canvas.Path));
    }

    sealed record DistrictDrawing(MapDrawing Canvas, IReadOnlyDictionary<string, string> Paths);
}

/// <summary>A district's map as a template draws it.</summary>
sealed record DistrictMap(string ViewBox, int Width, int Height, IReadOnlyList<MapShape> Shapes, MapPoint? Point);

/// <summary>A village on a map.</summary>
sealed record MapShape(string Name, string Slug, string Path, bool Own);
