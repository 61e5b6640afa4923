using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Draws the whole regency: its districts for the portal's first page, all its villages for the page of the map.</summary>
sealed class RegencyMaps(Outlines outlines, VillageRegistry villages)
{
    const int DistrictsSize = 700;
    const int VillagesSize = 1200;

    readonly Lazy<RegencyDrawing> districts = new(() => Draw(outlines.Districts, DistrictsSize));
    readonly Lazy<RegencyDrawing> all = new(() => Draw([.. outlines.Villages, .. outlines.Districts], VillagesSize));

    /// <summary>The districts, with villages to point at.</summary>
    public DistrictsMap Districts(IEnumerable<VillageEntry> pointedAt)
    {
        var (canvas, paths) = districts.Value;
        var shapes = villages.Villages.Districts.Where(district => paths.ContainsKey(district.District.Code))
            .Select(district => new DistrictShape(district.District.Code, district.District.Name, district.Villages, paths[district.District.Code]));
        var labels = pointedAt.Where(entry => entry.Record.Location is not null)
            .Select(entry => MapLabel.At(canvas.Place(entry.Record.Location!), entry.Name, canvas.Width));
        return new(canvas.ViewBox, canvas.Width, canvas.Height, [.. shapes], [.. labels]);
    }

    /// <summary>All villages, grouped by district.</summary>
    public VillagesMap Villages()
    {
        var (canvas, paths) = all.Value;
        var index = villages.Villages;
        var groups = index.Districts.Select(district => new DistrictGroup(
            district.District.Code, district.District.Name, paths.GetValueOrDefault(district.District.Code), Shapes(index.InDistrict(district.District.Code), paths)));
        return new(canvas.ViewBox, canvas.Width, canvas.Height, [.. groups]);
    }

    static IReadOnlyList<MapShape> Shapes(IEnumerable<VillageEntry> entries, IReadOnlyDictionary<string, string> paths) =>
        [.. entries.Where(entry => paths.ContainsKey(entry.Code)).Select(entry => new MapShape(entry.Name, entry.Slug, paths[entry.Code], Own: false))];

    static RegencyDrawing Draw(IReadOnlyList<Outline> outlines, int size)
    {
        var canvas = MapDrawing.Around(outlines, size);
        return new(canvas, outlines.ToDictionary(outline => outline.Code, canvas.Path));
    }

    sealed record RegencyDrawing(MapDrawing Canvas, IReadOnlyDictionary<string, string> Paths);
}

/// <summary>The regency by districts, as a template draws it.</summary>
sealed record DistrictsMap(string ViewBox, int Width, int Height, IReadOnlyList<DistrictShape> Districts, IReadOnlyList<MapLabel> Labels);

/// <summary>A district on a map, with the number of its villages.</summary>
sealed record DistrictShape(string Code, string Name, int Count, string Path);

/// <summary>The regency by villages, as a template draws it.</summary>
sealed record VillagesMap(string ViewBox, int Width, int Height, IReadOnlyList<DistrictGroup> Districts);

/// <summary>The villages of a district on a map, and the district's border where it is known.</summary>
sealed record DistrictGroup(string Code, string Name, string? Border, IReadOnlyList<MapShape> Shapes);

/// <summary>A dot with a name beside it, on the side where the map has more room.</summary>
sealed record MapLabel(string Name, int X, int Y, int TextX, int TextY, bool IsLeft)
{
    const int Distance = 12;
    const int Baseline = 9;

    public static MapLabel At(MapPoint point, string name, int width)
    {
        var isLeft = point.X < width / 2;
        return new(name, point.X, point.Y, isLeft ? point.X - Distance : point.X + Distance, point.Y + Baseline, isLeft);
    }
}
