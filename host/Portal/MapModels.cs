namespace SmartKampung.Host.Portal;

/// <summary>The regency by districts, as a template draws it.</summary>
sealed record DistrictsMap(string ViewBox, int Width, int Height, IReadOnlyList<DistrictShape> Districts, IReadOnlyList<MapLabel> Labels);

/// <summary>A district on a map, with the number of its villages.</summary>
sealed record DistrictShape(string Code, string Name, int Count, string Path);

/// <summary>The regency by villages, as a template draws it.</summary>
sealed record VillagesMap(string ViewBox, int Width, int Height, IReadOnlyList<DistrictGroup> Districts, IReadOnlyList<MapText> Names);

/// <summary>The villages of a district on a map.</summary>
/// <param name="Code">The district's code.</param>
/// <param name="Name">The district's name.</param>
/// <param name="Shade">A small number that differs from the neighbours'.</param>
/// <param name="Shapes">Its villages.</param>
sealed record DistrictGroup(string Code, string Name, int Shade, IReadOnlyList<MapShape> Shapes);

/// <summary>A dot with a name beside it, on the side where the map has more room.</summary>
sealed record MapLabel(string Name, int X, int Y, int TextX, int TextY, bool IsLeft)
{
    const int Distance = 12;
    const int Baseline = 9;
    const double RightPart = 0.6;

    public static MapLabel At(MapPoint point, string name, int width)
    {
        var isLeft = point.X < width * RightPart;
        return new(name, point.X, point.Y, isLeft ? point.X - Distance : point.X + Distance, point.Y + Baseline, isLeft);
    }
}
