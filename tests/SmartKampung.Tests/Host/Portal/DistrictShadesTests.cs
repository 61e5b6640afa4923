using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Portal;

public sealed class DistrictShadesTests
{
    static readonly Outlines Regency = new();

    [Theory]
    [InlineData("35.10.24", "35.10.19")]
    [InlineData("35.10.24", "35.10.15")]
    [InlineData("35.10.04", "35.10.03")]
    [InlineData("35.10.01", "35.10.22")]
    public void Neighbours_differ(string one, string other)
    {
        var shades = Shades();

        Assert.NotEqual(shades[one], shades[other]);
    }

    [Fact]
    public void Few_shades_are_enough_for_the_regency()
    {
        var shades = Shades();

        Assert.Equal(25, shades.Count);
        Assert.All(shades.Values, shade => Assert.InRange(shade, 0, 5));
    }

    static IReadOnlyDictionary<string, int> Shades() => DistrictShades.Of(Regency.Villages, MapDrawing.Around(Regency.Villages, 1200));
}
