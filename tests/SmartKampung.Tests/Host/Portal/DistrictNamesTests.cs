using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Portal;

public sealed class DistrictNamesTests
{
    [Fact]
    public void Name_stands_in_the_middle_of_the_largest_part_of_its_district()
    {
        var district = Square("Licin", 114, -8, 1);
        var withIslet = district with { Rings = [Square("", 114, -8.01, 0.001).Rings[0], .. district.Rings] };
        var canvas = MapDrawing.Around([withIslet], 1000);

        var name = Assert.Single(DistrictNames.On(canvas, [withIslet]));

        Assert.Equal("Licin", name.Name);
        Assert.InRange(name.Y, 499, 501);
        Assert.InRange(name.X, (canvas.Width / 2) - 6, (canvas.Width / 2) + 2);
    }

    [Fact]
    public void District_too_small_for_its_name_has_none()
    {
        Outline[] districts = [Square("Licin", 114, -8, 1), Square("Giri", 115.1, -8, 0.01)];

        Assert.Equal(["Licin"], DistrictNames.On(MapDrawing.Around(districts, 1000), districts).Select(name => name.Name));
    }

    [Fact]
    public void Name_that_would_lie_over_another_is_left_out()
    {
        Outline[] districts = [Square("Gambiran", 114, -8, 1), Square("Tegalsari", 114.05, -8.01, 1)];

        Assert.Equal(["Gambiran"], DistrictNames.On(MapDrawing.Around(districts, 1000), districts).Select(name => name.Name));
    }

    static Outline Square(string name, double west, double north, double size) => new("35.10.24", name,
        [[new(west, north), new(west + size, north), new(west + size, north - size), new(west, north - size), new(west, north)]]);
}
