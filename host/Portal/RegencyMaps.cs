using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Portal;

/// <summary>Draws the whole regency: its districts for the portal's first page, all its villages for the page of the map.</summary>
sealed class RegencyMaps(Outlines outlines, PresentOutlines present, VillageRegistry villages)
{
    const int DistrictsSize = 700;
    const int VillagesSize = 1200;

    readonly Lazy<RegencyDrawing> districts = new(() => RegencyDrawing.Of(outlines.Districts, outlines.Districts, DistrictsSize));
    readonly Lazy<RegencyDrawing> all = new(() => RegencyDrawing.Of(outlines.Villages, outlines.Districts, VillagesSize));

    /// <summary>The districts, with villages to point at.</summary>
    public DistrictsMap Districts(IEnumerable<VillageEntry> pointedAt)
    {
        var (canvas, paths, _, _) = districts.Value;
        var index = villages.Villages;
        var shapes = index.Districts.Where(district => paths.ContainsKey(district.District.Code))
            .Select(district => new DistrictShape(district.District.Code, district.District.Name, district.Villages, paths[district.District.Code]));
        var points = pointedAt.Where(entry => entry.Record.Location is not null).Select(entry => MapLabel.At(canvas.Place(new OutlinePoint(entry.Record.Location!.Longitude, entry.Record.Location.Latitude)), entry.Name, canvas.Width));
        return new(canvas.ViewBox, canvas.Width, canvas.Height, [.. shapes], [.. points]);
    }

    /// <summary>All villages whose outlines are known, grouped by district.</summary>
    public VillagesMap Villages()
    {
        var (canvas, _, shades, names) = all.Value;
        var outlined = present.Now;
        var groups = outlined.Villages.Districts.OrderBy(district => district.District.Name).Select(district => new DistrictGroup(
            district.District.Code, district.District.Name, shades.GetValueOrDefault(district.District.Code), Shapes(district.District, outlined, all.Value)));
        return new(canvas.ViewBox, canvas.Width, canvas.Height, [.. groups.Where(group => group.Shapes.Count > 0)], names);
    }

    static IReadOnlyList<MapShape> Shapes(Area district, OutlinesByVillage outlined, RegencyDrawing drawing) =>
    [
        .. from entry in outlined.Villages.InDistrict(district.Code)
        let own = outlined.Of(entry)
        where own.Count > 0
        select new MapShape(entry.Name, entry.Slug, string.Concat(own.Select(drawing.PathOf)), Own: false),
    ];

    sealed record RegencyDrawing(
        MapDrawing Canvas, IReadOnlyDictionary<string, string> Paths, IReadOnlyDictionary<string, int> Shades, IReadOnlyList<MapText> Names)
    {
        /// <summary>The path of an outline; one that a village drew itself is not among those that are kept.</summary>
        public string PathOf(Outline outline) => Paths.GetValueOrDefault(outline.Code) ?? Canvas.Path(outline);

        public static RegencyDrawing Of(IReadOnlyList<Outline> outlines, IReadOnlyList<Outline> districts, int size)
        {
            var canvas = MapDrawing.Around(outlines, size);
            return new(canvas, outlines.ToDictionary(outline => outline.Code, canvas.Path), DistrictShades.Of(outlines, canvas), DistrictNames.On(canvas, districts));
        }
    }
}
