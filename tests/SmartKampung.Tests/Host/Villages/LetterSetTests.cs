using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

public sealed class LetterSetTests
{
    [RandomRuns(500)]
    public void Words_are_never_nearer_than_their_letters_allow(string? one, string? other)
    {
        var (a, b) = (Slug.Of(one ?? ""), Slug.Of(other ?? ""));
        var distance = EditDistance.Within(EditDistance.MaxLength, a, b);
        Assert.InRange(LetterSet.Of(a).DistanceAtLeast(LetterSet.Of(b)), 0, distance);
    }

    [Theory]
    [InlineData("tamansari", "tamnasari", 0)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("licin", "licin2", 1)]
    public void Letters_that_only_one_word_has_are_counted(string one, string other, int atLeast) =>
        Assert.Equal(atLeast, LetterSet.Of(one).DistanceAtLeast(LetterSet.Of(other)));
}
