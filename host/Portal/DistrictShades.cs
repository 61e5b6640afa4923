using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>
/// Gives each district one of a few shades, so that neighbours differ. Borders of neighbours were simplified apart,
/// so districts count as neighbours where their outlines cross the same squares of a coarse grid.
/// </summary>
static class DistrictShades
{
    const int Square = 8;
    const int FewestCommonSquares = 3;

    public static IReadOnlyDictionary<string, int> Of(IEnumerable<Outline> villages, MapDrawing canvas)
    {
        var squares = villages.GroupBy(outline => VillageCode.District(outline.Code)).ToDictionary(district => district.Key, district => Squares(district, canvas));
        var shades = new Dictionary<string, int>();
        foreach (var (district, own) in squares.OrderByDescending(district => district.Value.Count))
        {
            var taken = shades.Where(other => Touch(own, squares[other.Key])).Select(other => other.Value).ToHashSet();
            shades.Add(district, Enumerable.Range(0, int.MaxValue).First(shade => !taken.Contains(shade)));
        }

        return shades;
    }

    static bool Touch(HashSet<MapPoint> one, HashSet<MapPoint> other) => one.Count(other.Contains) >= FewestCommonSquares;

    static HashSet<MapPoint> Squares(IEnumerable<Outline> outlines, MapDrawing canvas) =>
        [.. outlines.SelectMany(outline => outline.Rings).SelectMany(ring => ring).Select(canvas.Place).Select(point => new MapPoint(point.X / Square, point.Y / Square))];
}
