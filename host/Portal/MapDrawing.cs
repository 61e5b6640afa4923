using System.Globalization;
using System.Text;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>
/// Draws outlines on a canvas of whole units, so that paths are short and neighbours keep their common border without a gap.
/// Over a regency the earth is flat enough to scale longitudes by one cosine.
/// </summary>
sealed class MapDrawing
{
    const int Margin = 4;

    readonly double west, north, scaleX, scaleY;

    MapDrawing(double west, double south, double east, double north, int size)
    {
        (this.west, this.north) = (west, north);
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        scaleY = size / Math.Max(Math.Max((east - west) * shrink, north - south), 1e-9);
        scaleX = scaleY * shrink;
        Width = (int)Math.Ceiling((east - west) * scaleX) + 2 * Margin;
        Height = (int)Math.Ceiling((north - south) * scaleY) + 2 * Margin;
    }

    public int Width { get; }

    public int Height { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{-Margin} {-Margin} {Width} {Height}");

    /// <summary>A canvas that the outlines fill, its longer side as many units long.</summary>
    /// <param name="outlines">All that will be drawn; at least one point.</param>
    /// <param name="size">Units of the longer side.</param>
    public static MapDrawing Around(IEnumerable<Outline> outlines, int size)
    {
        var points = outlines.SelectMany(outline => outline.Rings).SelectMany(ring => ring).ToArray();
        return new(points.Min(p => p.Longitude), points.Min(p => p.Latitude), points.Max(p => p.Longitude), points.Max(p => p.Latitude), size);
    }

    public MapPoint Place(OutlinePoint point) =>
        new((int)Math.Round((point.Longitude - west) * scaleX), (int)Math.Round((north - point.Latitude) * scaleY));

    /// <summary>The centre of the outline's largest part.</summary>
    public MapPoint MiddleOf(Outline outline)
    {
        var (x, y, area) = outline.Rings.Select(Centre).MaxBy(centre => Math.Abs(centre.Area));
        return Place(area == 0 ? outline.Rings[0][0] : new OutlinePoint(x, y));
    }

    /// <summary>The outline as an SVG path with relative steps. Rings that shrink to a dot or a line are left out.</summary>
    public string Path(Outline outline)
    {
        var path = new StringBuilder();
        foreach (var ring in outline.Rings) Append(path, Corners(ring));
        return path.ToString();
    }

    /// <summary>How much room the outline takes on the canvas.</summary>
    public (int Width, int Height) RoomOf(Outline outline)
    {
        var points = outline.Rings.SelectMany(ring => ring).Select(Place).ToArray();
        return (points.Max(point => point.X) - points.Min(point => point.X), points.Max(point => point.Y) - points.Min(point => point.Y));
    }

    List<MapPoint> Corners(IReadOnlyList<OutlinePoint> ring)
    {
        var corners = new List<MapPoint>(ring.Count);
        foreach (var point in ring.Select(Place))
        {
            if (corners is [.., var last] && last == point) continue;
            if (corners is [.., var before, var middle] && IsBetween(before, middle, point)) corners[^1] = point;
            else corners.Add(point);
        }

        if (corners.Count > 1 && corners[0] == corners[^1]) corners.RemoveAt(corners.Count - 1);
        return corners;
    }

    static (double X, double Y, double Area) Centre(IReadOnlyList<OutlinePoint> ring)
    {
        var (x, y, area) = (0.0, 0.0, 0.0);
        foreach (var (a, b) in ring.Zip(ring.Skip(1).Append(ring[0])))
        {
            var cross = (a.Longitude * b.Latitude) - (b.Longitude * a.Latitude);
            (x, y, area) = (x + ((a.Longitude + b.Longitude) * cross), y + ((a.Latitude + b.Latitude) * cross), area + cross);
        }

        return area == 0 ? default : (x / (3 * area), y / (3 * area), area);
    }

    static bool IsBetween(MapPoint before, MapPoint middle, MapPoint after)
    {
        var (ax, ay, bx, by) = (middle.X - before.X, middle.Y - before.Y, after.X - middle.X, after.Y - middle.Y);
        return ax * by == ay * bx && ax * bx + ay * by > 0;
    }

    static void Append(StringBuilder path, List<MapPoint> corners)
    {
        if (corners.Count < 3) return;
        path.Append(CultureInfo.InvariantCulture, $"M{corners[0].X} {corners[0].Y}l");
        for (var i = 1; i < corners.Count; i++)
        {
            AppendNumber(path, corners[i].X - corners[i - 1].X, isFirst: i == 1);
            AppendNumber(path, corners[i].Y - corners[i - 1].Y, isFirst: false);
        }

        path.Append('z');
    }

    static void AppendNumber(StringBuilder path, int number, bool isFirst)
    {
        if (!isFirst && number >= 0) path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}

/// <summary>A point on a drawing, in its units.</summary>
sealed record MapPoint(int X, int Y);
