namespace SmartKampung.Browser;

public sealed class ChromiumTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Browser_shows_a_phone_360_pixels_wide()
    {
        var page = await chromium.Browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await page.SetContentAsync("<!doctype html><title>Desa</title>");

        Assert.Equal(360, await page.EvaluateAsync<int>("innerWidth"));
    }
}
