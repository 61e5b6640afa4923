using System.Collections.Concurrent;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Draws the villages of a district; what is drawn is kept until a village changes, at most a few kilobytes a district.</summary>
sealed class DistrictMaps(PresentOutlines outlines)
{
    const int Size = 400;

    volatile Kept? kept;

    /// <summary>The district with its villages, a village of one's own drawn last; null where no outlines are known.</summary>
    public DistrictMap? Of(string district, Village? own = null)
    {
        var present = outlines.Now;
        if (kept is not { } drawings || drawings.Outlines != present) kept = drawings = new(present, new(StringComparer.Ordinal));
        if (drawings.ByDistrict.GetOrAdd(district, code => Draw(code, present)) is not { } drawn) return null;
        var shapes =
            from entry in present.Villages.InDistrict(district)
            where drawn.Paths.ContainsKey(entry.Id)
            orderby entry.Id == own?.Id, entry.Name
            select new MapShape(entry.Name, entry.Slug, drawn.Paths[entry.Id], entry.Id == own?.Id);
        return new(drawn.Canvas.ViewBox, drawn.Canvas.Width, drawn.Canvas.Height, [.. shapes], own?.Location is { } place ? drawn.Canvas.Place(new OutlinePoint(place.Longitude, place.Latitude)) : null);
    }

    static DistrictDrawing? Draw(string district, OutlinesByVillage present)
    {
        var parts = present.Villages.InDistrict(district).ToDictionary(entry => entry.Id, present.Of);
        if (parts.Values.All(part => part.Count == 0)) return null;
        var canvas = MapDrawing.Around(parts.Values.SelectMany(part => part), Size);
        return new(canvas, parts.Where(part => part.Value.Count > 0).ToDictionary(part => part.Key, part => string.Concat(part.Value.Select(canvas.Path))));
    }

    sealed record Kept(OutlinesByVillage Outlines, ConcurrentDictionary<string, DistrictDrawing?> ByDistrict);

    sealed record DistrictDrawing(MapDrawing Canvas, IReadOnlyDictionary<Guid, string> Paths);
}

/// <summary>A district's map as a template draws it.</summary>
sealed record DistrictMap(string ViewBox, int Width, int Height, IReadOnlyList<MapShape> Shapes, MapPoint? Point);

/// <summary>A village on a map.</summary>
sealed record MapShape(string Name, string Slug, string Path, bool Own);
