namespace SmartKampung.Host.Villages;

/// <summary>The outline that a village drew of itself, under the village's id.</summary>
sealed record VillageOutline : Document
{
    public IReadOnlyList<OutlineRing> Rings { get; init; } = [];
}

/// <summary>A ring of an outline.</summary>
/// <param name="Coordinates">Longitude and latitude in turn, in degrees by WGS 84.</param>
sealed record OutlineRing(IReadOnlyList<double> Coordinates)
{
    public static OutlineRing Of(IEnumerable<OutlinePoint> points) => new([.. points.SelectMany(point => new[] { point.Longitude, point.Latitude })]);

    public IReadOnlyList<OutlinePoint> Points => [.. Coordinates.Chunk(2).Select(pair => new OutlinePoint(pair[0], pair[1]))];
}
