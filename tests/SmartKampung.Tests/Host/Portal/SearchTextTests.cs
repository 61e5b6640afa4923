using SmartKampung.Host.Portal;

namespace SmartKampung.Tests.Host.Portal;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData(null), InlineData(""), InlineData("   ")]
    public void Nothing_typed_is_no_search(string? typed) => Assert.Null(new SearchText(typed).Value);

    [Fact]
    public void Search_is_trimmed_and_cut() => Assert.Equal(new string('a', 100), new SearchText(" " + new string('a', 150)).Value);

    [Fact]
    public void Cut_leaves_no_half_of_a_sign() => Assert.Equal(99, new SearchText(new string('a', 99) + "🌋").Value!.Length);

    [Theory]
    [InlineData("3", 3), InlineData("0", 1), InlineData("-2", 1), InlineData("x", 1), InlineData(null, 1), InlineData("99999999999", 1)]
    public void Page_is_a_number_from_one(string? typed, int page) => Assert.Equal(page, PageNumber.Of(typed));
}
