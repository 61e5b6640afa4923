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
}
