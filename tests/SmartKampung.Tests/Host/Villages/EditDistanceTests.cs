using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("licin", "licin", 0)]
    [InlineData("licin", "licn", 1)]
    [InlineData("licin", "lcin", 1)]
    [InlineData("licin", "lician", 1)]
    [InlineData("licin", "ilcin", 1)]
    [InlineData("licin", "ilcni", 2)]
    [InlineData("abc", "xyz", 3)]
    public void Distance_counts_what_was_mistyped(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Within(5, a, b));
        Assert.Equal(distance, EditDistance.Within(5, b, a));
    }

    [Fact]
    public void Distance_beyond_the_limit_is_not_measured() => Assert.Equal(2, EditDistance.Within(1, "licin", "glagah"));
}
