namespace SmartKampung.Tests;

public sealed class Smoke
{
    [Fact]
    public void Pages_are_results() => Assert.NotNull(Page.NotFound());
}
