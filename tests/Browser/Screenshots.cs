namespace SmartKampung.Browser;

/// <summary>Not a test: <c>make screenshots</c> runs it, so that people can look at each kind of page.</summary>
public sealed class Screenshots(Site site)
{
    [Theory(Explicit = true)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Take(int width)
    {
        foreach (var kind in PageKind.All)
        {
            await using var visit = await site.OpenAsync(kind.Name, "id", width);
            var name = $"{kind.Name.Replace(' ', '-')}-{width}.png";
            await visit.Page.ScreenshotAsync(new() { Path = Repository.Path("artifacts", "screenshots", name), FullPage = true });
        }
    }

    /// <summary>The picture in the README: what a visitor of the demo village sees first.</summary>
    [Fact(Explicit = true)]
    public async Task Take_the_picture_of_the_readme()
    {
        await using var visit = await site.OpenAsync("home", "id", 1280);
        await visit.Page.ScreenshotAsync(new() { Path = Repository.Path("docs", "picture.png") });
    }
}
