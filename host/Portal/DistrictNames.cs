using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Writes the names of districts on a map, where a district has room for its name and no other name is in the way.</summary>
static class DistrictNames
{
    const int LetterWidth = 10;
    const int LineHeight = 24;

    public static IReadOnlyList<MapText> On(MapDrawing canvas, IReadOnlyList<Outline> districts)
    {
        var names = new List<MapText>();
        foreach (var district in districts.Where(district => HasRoom(canvas.RoomOf(district), district.Name)))
        {
            var middle = canvas.MiddleOf(district);
            var name = new MapText(district.Name, middle.X, middle.Y);
            if (!names.Any(other => Overlap(name, other))) names.Add(name);
        }

        return names;
    }

    static bool HasRoom((int Width, int Height) room, string name) => room.Width >= WidthOf(name) && room.Height >= LineHeight;

    static bool Overlap(MapText one, MapText other) =>
        Math.Abs(one.Y - other.Y) < LineHeight && Math.Abs(one.X - other.X) * 2 < WidthOf(one.Name) + WidthOf(other.Name);

    static int WidthOf(string name) => name.Length * LetterWidth;
}

/// <summary>A name on a map.</summary>
sealed record MapText(string Name, int X, int Y);
