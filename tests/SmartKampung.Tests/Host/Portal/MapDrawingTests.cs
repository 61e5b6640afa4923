using System.Globalization;
using System.Text.RegularExpressions;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Portal;

public sealed partial class MapDrawingTests
{
    static readonly Outline Square = Ring((114, -8), (115, -8), (115, -9), (114, -9), (114, -8));

    [Fact]
    public void North_is_up_and_the_longer_side_has_the_size_asked_for()
    {
        var canvas = MapDrawing.Around([Square], 100);

        Assert.Equal(108, canvas.Height);
        Assert.Equal(new MapPoint(0, 0), canvas.Place(new OutlinePoint(114, -8)));
        Assert.Equal(100, canvas.Place(new OutlinePoint(114, -9)).Y);
    }

    [Fact]
    public void Degrees_of_longitude_are_shorter_than_degrees_of_latitude_away_from_the_equator()
    {
        var far = Ring((0, 60), (1, 60), (1, 61), (0, 61));

        var canvas = MapDrawing.Around([far], 1000);

        Assert.Equal(492, canvas.Place(new OutlinePoint(1, 61)).X);
    }

    [Fact]
    public void Path_is_of_relative_whole_steps_and_closes() =>
        Assert.Equal("M0 0l99 0 0 100-99 0z", MapDrawing.Around([Square], 100).Path(Square));

    [Fact]
    public void Corners_on_a_straight_line_are_left_out()
    {
        var more = Ring((114, -8), (114.25, -8), (114.5, -8), (115, -8), (115, -9), (114, -9), (114, -8.5));

        Assert.Equal("M0 0l99 0 0 100-99 0 0-50z", MapDrawing.Around([more], 100).Path(more));
    }

    [Fact]
    public void Islet_smaller_than_a_unit_is_left_out()
    {
        var withIslet = Square with { Rings = [.. Square.Rings, [new(114.5, -8.5), new(114.5001, -8.5), new(114.5, -8.5001)]] };

        Assert.Equal(MapDrawing.Around([Square], 100).Path(Square), MapDrawing.Around([withIslet], 100).Path(withIslet));
    }

    [Fact]
    public void All_villages_of_the_regency_are_drawn_inside_the_canvas()
    {
        var villages = new Outlines().Villages;
        var canvas = MapDrawing.Around(villages, 1200);

        Assert.Equal(217, villages.Count);
        Assert.All(villages, village => Assert.All(Corners(canvas.Path(village)), corner =>
        {
            Assert.InRange(corner.X, 0, canvas.Width);
            Assert.InRange(corner.Y, 0, canvas.Height);
        }));
    }

    static List<MapPoint> Corners(string path)
    {
        Assert.NotEmpty(path);
        var corners = new List<MapPoint>();
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Number().Matches(ring).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Chunk(2).ToArray();
            var point = new MapPoint(0, 0);
            corners.AddRange(numbers.Select(step => point = new(point.X + step[0], point.Y + step[1])));
        }

        return corners;
    }

    static Outline Ring(params (double Longitude, double Latitude)[] points) =>
        new("35.10.01.2001", "Sarongan", [[.. points.Select(point => new OutlinePoint(point.Longitude, point.Latitude))]]);

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
