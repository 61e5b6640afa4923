using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Writes the names of districts on a map, where a district has room for its name.</summary>
sealed class DistrictNames(IReadOnlyList<Outline> districts)
{
    const int LetterWidth = 10;
    const int LineHeight = 24;

    public IReadOnlyList<MapText> On(MapDrawing canvas, VillageIndex index)
    {
        var roomy = districts.Where(outline => HasRoom(canvas.RoomOf(outline), outline.Name)).Select(outline => outline.Code).ToHashSet();
        var texts =
            from district in index.Districts
            where roomy.Contains(district.District.Code)
            let points = index.InDistrict(district.District.Code).Where(entry => entry.Record.Location is not null).Select(RegencyMaps.PointOf).ToArray()
            where points.Length > 0
            let middle = canvas.Place(new OutlinePoint(points.Average(point => point.Longitude), points.Average(point => point.Latitude)))
            select new MapText(district.District.Name, middle.X, middle.Y);
        return [.. texts];
    }

    static bool HasRoom((int Width, int Height) room, string name) => room.Width >= name.Length * LetterWidth && room.Height >= LineHeight;
}

/// <summary>A name on a map.</summary>
sealed record MapText(string Name, int X, int Y);
