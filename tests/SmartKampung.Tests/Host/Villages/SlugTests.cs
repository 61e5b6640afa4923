using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Tamansari", "tamansari")]
    [InlineData("  Kampung   Anyar ", "kampung-anyar")]
    [InlineData("Ma'rang", "marang")]
    [InlineData("Désa Ü", "desa-u")]
    [InlineData("Gombengsari (Kalipuro)", "gombengsari-kalipuro")]
    [InlineData("---", "")]
    public void Name_becomes_small_letters_and_single_hyphens(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Theory]
    [InlineData("tamansari-licin", true)]
    [InlineData("Tamansari", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    public void Only_what_a_name_becomes_is_a_slug(string slug, bool isValid) => Assert.Equal(isValid, Slug.IsValid(slug));
}
